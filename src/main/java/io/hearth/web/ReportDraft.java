package io.hearth.web;

import io.hearth.application.Names;
import io.hearth.host.HostUser;
import io.hearth.reports.Addresses;
import io.hearth.reports.Filed;
import java.util.Optional;

/** What an administrator wants a ticket to be, from the query of the call. */
record ReportDraft(
    Form form,
    String from,
    Optional<String> replyTo,
    Optional<String> to,
    Optional<String> subject,
    TicketParts parts) {

  enum Form {
    EML,
    ZIP
  }

  /** Whose address stands in a header. */
  private enum Who {
    REPORTER,
    ADMINISTRATOR
  }

  private static final String[] NAMES = {
    "form", "from", "replyTo", "to", "subject", "screenshot", "errors", "zip"
  };
  private static final int ADDRESS = 254;
  private static final int SUBJECT = 200;

  static ReportDraft of(Call call, Filed filed) throws Refusal {
    ErrorQuery asked = ErrorQuery.of(call, NAMES);
    Form form = asked.chosen("form", Form.values(), Names::of).orElse(Form.EML);
    Optional<String> from = address(asked, "from", call.user(), filed);
    Optional<String> replyTo = address(asked, "replyTo", call.user(), filed);
    Optional<String> to = asked.optional("to", ADDRESS);
    if (to.isPresent() && !Addresses.isUsable(to.get())) {
      asked.wrong("to", "address");
    }
    if (form == Form.EML && from.isEmpty() && !asked.has("from")) {
      asked.wrong("from", "required");
    }
    Optional<String> subject = asked.optional("subject", SUBJECT);
    TicketParts parts = TicketParts.of(asked);
    asked.throwIfWrong();
    return new ReportDraft(form, from.orElse(""), replyTo, to, subject, parts);
  }

  private static Optional<String> address(
      ErrorQuery asked, String name, HostUser administrator, Filed filed) {
    Optional<Who> who = asked.chosen(name, Who.values(), Names::of);
    Optional<String> address =
        who.flatMap(
            one ->
                one == Who.REPORTER
                    ? filed.report().email()
                    : administrator.email().filter(Addresses::isUsable));
    if (who.isPresent() && address.isEmpty()) {
      asked.wrong(name, "no-address");
    }
    return address;
  }
}
