package io.hearth.collections;

import io.hearth.application.ChoiceText;
import io.hearth.application.Requester;
import io.hearth.host.HostUser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the leading node asks the others for, as it lies in the exchange.
 *
 * @param shares among how many nodes the limits of the ZIP are divided
 * @param email empty where none is known
 */
record PartOrder(
    String leader,
    List<String> nodes,
    int shares,
    ChoiceText choice,
    String userKey,
    String userName,
    String fullName,
    String email,
    String language) {

  static PartOrder of(String leader, Order order, Gather gather, int shares) {
    HostUser user = order.requester().user();
    return new PartOrder(
        leader,
        gather.others(),
        shares,
        ChoiceText.of(order.choice()),
        user.key(),
        user.name(),
        user.fullName(),
        user.email().orElse(""),
        order.requester().locale().toLanguageTag());
  }

  Requester requester() {
    Optional<String> mail = email.isEmpty() ? Optional.empty() : Optional.of(email);
    return new Requester(
        new HostUser(userKey, userName, fullName, mail), Locale.forLanguageTag(language));
  }
}
