package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.host.HostUser;
import io.hearth.reports.NewReport;
import io.hearth.reports.PageError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a report as the dialog sends it; {@code NewReport} in the OpenAPI file. Texts of any length
 * are taken, and cut later with a mark: somebody who wrote much must not lose it all.
 */
final class ReportReader {

  private static final int MOST_ERRORS = 10;

  private ReportReader() {}

  static NewReport read(JsonObject json, HostUser user) throws Refusal {
    Fields fields = Fields.of(json);
    fields.refuseAllBut(
        Set.of("happened", "expected", "page", "app", "errors", "withEmail", "screenshot"));
    String happened = fields.text("happened", 1, Integer.MAX_VALUE).orElse("");
    if (!happened.isEmpty() && happened.isBlank()) {
      fields.wrong("happened", "empty");
    }
    List<PageError> errors = new ArrayList<>();
    if (fields.has("errors")) {
      fields.objects("errors", MOST_ERRORS).forEach(one -> errors.add(error(one)));
    }
    boolean withEmail = fields.flag("withEmail").orElse(false);
    Optional<byte[]> screenshot = fields.text("screenshot").flatMap(text -> bytes(fields, text));
    NewReport report =
        new NewReport(
            happened,
            fields.text("expected").orElse(""),
            fields.text("page").orElse(""),
            fields.text("app").orElse(""),
            errors,
            // As the product knows it: nobody can write in somebody else's name.
            user.email().filter(email -> withEmail),
            screenshot);
    fields.throwIfWrong();
    return report;
  }

  private static PageError error(Fields fields) {
    fields.refuseAllBut(Set.of("app", "type", "value"));
    return new PageError(
        fields.text("app").orElse(""),
        fields.text("type").orElse(""),
        fields.text("value").orElse(""));
  }

  private static Optional<byte[]> bytes(Fields fields, String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      fields.wrong("screenshot", "base64");
      return Optional.empty();
    }
  }
}
