package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.handover.Recipient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The calls for the receivers whose keys are kept, so that nobody has to paste them. */
final class ReceiverCalls {

  private static final String PATH = "/support-zips/receivers";
  private static final int LONGEST_NAME = 60;

  private final ChosenReceivers receivers;
  private final Audit audit;

  ReceiverCalls(ChosenReceivers receivers, Audit audit) {
    this.receivers = receivers;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, PATH, call -> call.json(listed(receivers.now()))),
        Route.secure(Route.Method.PUT, PATH, this::keep));
  }

  private static JsonObject listed(Map<String, String> receivers) {
    JsonArray all = new JsonArray();
    receivers.forEach(
        (name, key) -> {
          JsonObject one = new JsonObject();
          one.addProperty("name", name);
          one.addProperty("key", key);
          all.add(one);
        });
    JsonObject json = new JsonObject();
    json.add("receivers", all);
    return json;
  }

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("receivers"));
    SortedMap<String, String> wanted = new TreeMap<>();
    for (Fields one : fields.objects("receivers", ChosenReceivers.MOST)) {
      one.refuseAllBut(Set.of("name", "key"));
      Optional<String> name = one.text("name", 1, LONGEST_NAME);
      name.flatMap(ReceiverCalls::wrongName).ifPresent(why -> one.wrong("name", why));
      Optional<String> key = key(one, "key");
      if (name.filter(wanted::containsKey).isPresent()) {
        one.wrong("name", "double");
      } else if (name.isPresent() && key.isPresent()) {
        wanted.put(name.get(), key.get());
      }
    }
    fields.throwIfWrong();
    SortedMap<String, String> before = receivers.now();
    receivers.keep(wanted);
    audit.changed(call.user(), Deed.RECEIVERS_CHANGED, json(before), json(wanted));
    call.json(listed(wanted));
  }

  /**
   * The reason is a part of a key of the catalogue. Signs that cannot be seen would hide a name.
   */
  private static Optional<String> wrongName(String name) {
    if (Recipient.isSecret(name)) {
      return Optional.of("secret-key");
    }
    boolean plain =
        name.equals(name.strip()) && name.codePoints().noneMatch(ReceiverCalls::isUnseen);
    return plain ? Optional.empty() : Optional.of("receiver-name");
  }

  private static boolean isUnseen(int sign) {
    return Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT;
  }

  private static Optional<String> key(Fields fields, String name) {
    Optional<String> text = fields.text(name);
    Optional<String> key = text.flatMap(Recipient::of).map(Recipient::toString);
    if (!fields.has(name)) {
      fields.wrong(name, "required");
    } else if (text.isPresent() && key.isEmpty()) {
      fields.wrong(name, Recipient.isSecret(text.get()) ? "secret-key" : "recipient");
    }
    return key;
  }

  private static JsonObject json(Map<String, String> receivers) {
    JsonObject json = new JsonObject();
    receivers.forEach(json::addProperty);
    return json;
  }

  /**
   * In a document each receiver is a setting: whoever imports it sees which key changes to which.
   */
  private static Optional<SortedMap<String, String>> read(Fields fields) {
    SortedMap<String, String> wanted = new TreeMap<>();
    for (String name : fields.names()) {
      if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
        fields.wrong(name, "receiver-name");
      } else if (wrongName(name).isPresent()) {
        fields.wrong(name, wrongName(name).get());
      }
      key(fields, name).ifPresent(key -> wanted.put(name, key));
    }
    if (fields.names().size() > ChosenReceivers.MOST) {
      fields.wrong(wanted.isEmpty() ? "" : wanted.lastKey(), "count", ChosenReceivers.MOST);
    }
    return Optional.of(wanted);
  }

  static SettingsSection section(ChosenReceivers chosen) {
    return new SettingsSection.Chosen<SortedMap<String, String>>(
        ChosenReceivers.KEY,
        List.of(ChosenReceivers.KEY),
        new SettingsSection.Form<>(ReceiverCalls::json, ReceiverCalls::read),
        new SettingsSection.Place<>(() -> Optional.of(chosen.now()), TreeMap::new, chosen::keep),
        Set.of());
  }
}
