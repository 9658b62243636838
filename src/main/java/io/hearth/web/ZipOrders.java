package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.application.redaction.ZipRedactions.ZipRedaction;
import io.hearth.collectors.TimeWindow;
import io.hearth.host.Host;
import io.hearth.web.Problem.FieldError;
import io.hearth.web.Problem.Words;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What a ZIP needs beside its choice, whether it is sent at once or stored. */
record ZipOrders(ZipRedactions redactions, Host host, Clock clock) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Empty when the ZIP asks for nothing of its own. */
  Optional<ZipRedaction> redaction(SupportZipRequest request) throws Refusal {
    if (request.supportCase().isEmpty()) {
      return request.lookup() ? Optional.of(redactions.single(true)) : Optional.empty();
    }
    Optional<ZipRedaction> ofCase = redactions.ofCase(request.supportCase().get());
    if (ofCase.isEmpty()) {
      Words why = Words.of("problem.field.unknown-case");
      throw new Refusal(Problem.invalid(List.of(new FieldError("redaction.case", why))));
    }
    return ofCase;
  }

  String fileName() {
    String product = Names.of(host.product().kind());
    String stamp = STAMP.withZone(clock.getZone()).format(clock.instant());
    return "hearth-support-" + product + "-" + stamp + ".zip";
  }

  /** For the audit trail. */
  static void tell(SupportZipRequest request, String fileName, JsonObject what) {
    what.addProperty("file", fileName);
    what.add("items", Audit.array(request.choice().items()));
    request.supportCase().ifPresent(id -> what.addProperty("case", id));
    what.addProperty("lookup", request.lookup());
    what.addProperty("directory", request.choice().directory());
    request.choice().limits().window().ifPresent(window -> tell(window, what));
  }

  private static void tell(TimeWindow window, JsonObject what) {
    window.from().ifPresent(from -> what.addProperty("from", from.toString()));
    window.to().ifPresent(to -> what.addProperty("to", to.toString()));
  }
}
