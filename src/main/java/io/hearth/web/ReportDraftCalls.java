package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.host.Host;
import io.hearth.reports.Filed;
import io.hearth.reports.Report;
import io.hearth.reports.ReportStore;
import io.hearth.reports.mail.Attachment;
import io.hearth.reports.mail.MailDraft;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Turns a report into a file that a person may send: a mail as a draft, or a ZIP. Nothing is sent
 * from here.
 */
final class ReportDraftCalls {

  /** Mail servers take some 25 MB, which base64 makes of 18. */
  static final int MOST_ZIP = 20 << 20;

  static final String SCREENSHOT = "screenshot.png";

  private static final int BUFFER = 1 << 16;

  private final ReportCalls reports;
  private final ReportStore store;
  private final Host host;
  private final Clock clock;
  private final Audit audit;

  /** A Support ZIP is in memory while its mail is written, or what is sent to an endpoint. */
  private final Semaphore turn = new Semaphore(1);

  ReportDraftCalls(ReportCalls reports, ReportStore store, Host host, Clock clock, Audit audit) {
    this.reports = reports;
    this.store = store;
    this.host = host;
    this.clock = clock;
    this.audit = audit;
  }

  Semaphore turn() {
    return turn;
  }

  List<Route> routes() {
    return List.of(Route.secure(Route.Method.POST, "/reports/{id}/draft", this::draft));
  }

  private void draft(Call call) throws IOException, Refusal {
    Filed filed = reports.find(call);
    ReportDraft draft = ReportDraft.of(call, filed);
    if (!turn.tryAcquire()) {
      Body.drain(call.request());
      throw new Refusal(Problem.reportsBusy());
    }
    try {
      List<Attachment> attachments = attachments(call, filed.report(), draft.parts());
      told(call, filed.report(), draft);
      write(call, filed.report(), draft, attachments);
    } finally {
      turn.release();
    }
  }

  List<Attachment> attachments(Call call, Report report, TicketParts parts)
      throws IOException, Refusal {
    List<Attachment> attachments = new ArrayList<>();
    if (parts.screenshot() && report.screenshot().isPresent()) {
      attachments.add(new Attachment(SCREENSHOT, "image/png", () -> screenshot(report.id())));
    }
    if (parts.zip().isPresent()) {
      byte[] zip = zip(call);
      String name = TicketParts.plainZip(parts.zip().get());
      attachments.add(new Attachment(name, "application/zip", () -> new ByteArrayInputStream(zip)));
    }
    return attachments;
  }

  private InputStream screenshot(String id) throws IOException {
    return store.screenshot(id).orElseGet(InputStream::nullInputStream);
  }

  private static byte[] zip(Call call) throws IOException, Refusal {
    String type = Optional.ofNullable(call.request().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/zip")) {
      throw new Refusal(Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE));
    }
    byte[] zip = Body.bytes(call.request(), MOST_ZIP);
    if (zip.length < 4 || zip[0] != 'P' || zip[1] != 'K') {
      throw new Refusal(Problem.malformed("zip"));
    }
    return zip;
  }

  private void told(Call call, Report report, ReportDraft draft) {
    JsonObject what = new JsonObject();
    what.addProperty("report", report.id());
    what.addProperty("form", Names.of(draft.form()));
    draft.to().ifPresent(to -> what.addProperty("to", to));
    what.addProperty("screenshot", draft.parts().screenshot());
    draft.parts().zip().ifPresent(zip -> what.addProperty("zip", zip));
    audit.done(call.user(), Deed.REPORT_DRAFTED, what);
  }

  private void write(Call call, Report report, ReportDraft draft, List<Attachment> attachments)
      throws IOException {
    String text =
        text(
            call,
            report,
            draft.parts().errors(),
            attachments.stream().map(Attachment::name).toList());
    String name = "report-" + report.id() + "." + Names.of(draft.form());
    OutputStream out = open(call.response(), draft.form(), name);
    switch (draft.form()) {
      case EML ->
          new MailDraft(
                  clock.instant(),
                  draft.from(),
                  draft.replyTo(),
                  draft.to(),
                  draft.subject().orElseGet(() -> words(call).subject(report)),
                  text,
                  attachments)
              .write(out);
      case ZIP -> TicketZip.write(out, text, attachments);
    }
    out.flush();
  }

  private TicketText words(Call call) {
    return new TicketText(call.texts(), host.product(), host.supportEntitlementNumber());
  }

  String text(Call call, Report report, boolean withErrors, List<String> attachments) {
    return words(call).of(report, withErrors, attachments);
  }

  private static OutputStream open(HttpServletResponse response, ReportDraft.Form form, String name)
      throws IOException {
    Answers.common(response);
    response.setContentType(form == ReportDraft.Form.EML ? "message/rfc822" : "application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return new BufferedOutputStream(response.getOutputStream(), BUFFER);
  }
}
