package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.egress.Destination;
import io.hearth.egress.Destinations;
import io.hearth.egress.Purpose;
import io.hearth.egress.Target;
import io.hearth.host.HostUser;
import io.hearth.reports.Courier;
import io.hearth.reports.Filed;
import io.hearth.reports.ReportStore;
import io.hearth.reports.Sending;
import io.hearth.reports.mail.Attachment;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sends a reviewed ticket to the endpoint that an administrator confirmed, and tells how far. */
final class ReportSendCalls {

  /** More than a ticket holds: its Support ZIP, its picture, its words. */
  private static final long MOST_PACKED = ReportDraftCalls.MOST_ZIP + (8L << 20);

  private final ReportCalls reports;
  private final ReportDraftCalls drafts;
  private final ReportStore store;
  private final Destinations destinations;
  private final Courier courier;
  private final Audit audit;

  ReportSendCalls(
      ReportCalls reports,
      ReportDraftCalls drafts,
      ReportStore store,
      Destinations destinations,
      Courier courier,
      Audit audit) {
    this.reports = reports;
    this.drafts = drafts;
    this.store = store;
    this.destinations = destinations;
    this.courier = courier;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/reports/{id}/ticket", this::ticket),
        Route.secure(Route.Method.POST, "/reports/{id}/send", this::send),
        Route.secure(Route.Method.GET, "/reports/{id}/sending", this::show),
        Route.secure(Route.Method.DELETE, "/reports/{id}/sending", this::cancel));
  }

  /** What would be sent, so that an administrator can look at it first. */
  private void ticket(Call call) throws IOException, Refusal {
    Filed filed = reports.find(call);
    ErrorQuery asked = ErrorQuery.of(call, TicketParts.NAMES);
    TicketParts parts = TicketParts.of(asked);
    asked.throwIfWrong();
    String text = drafts.text(call, filed.report(), parts.errors(), parts.names(filed.report()));
    JsonArray files = new JsonArray();
    files.add(file(TicketZip.TEXT, text.getBytes(StandardCharsets.UTF_8).length));
    filed
        .report()
        .screenshot()
        .filter(shot -> parts.screenshot())
        .ifPresent(
            shot ->
                files.add(file(TicketZip.ATTACHED + ReportDraftCalls.SCREENSHOT, shot.bytes())));
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    json.add("files", files);
    call.json(json);
  }

  private static JsonObject file(String name, long bytes) {
    JsonObject file = new JsonObject();
    file.addProperty("name", name);
    file.addProperty("bytes", bytes);
    return file;
  }

  private void send(Call call) throws IOException, Refusal {
    Filed filed = reports.find(call);
    ErrorQuery asked = ErrorQuery.of(call, "to", "screenshot", "errors", "zip");
    Optional<String> to = asked.optional("to", Target.LONGEST_ADDRESS);
    if (to.isEmpty() && !asked.has("to")) {
      asked.wrong("to", "required");
    }
    TicketParts parts = TicketParts.of(asked);
    asked.throwIfWrong();
    // The address that the administrator saw: another may have confirmed a different one since.
    Optional<Destination> destination =
        destinations
            .find(Purpose.REPORT_ENDPOINT)
            .filter(one -> to.filter(one.target().toString()::equals).isPresent());
    if (destination.isEmpty()) {
      throw refused(call, Problem.of(Kind.CONFLICT));
    }
    if (!store.hasRoomBeside(MOST_PACKED)) {
      throw refused(call, Problem.of(Kind.NO_ROOM_FOR_REPORTS));
    }
    if (!drafts.turn().tryAcquire()) {
      throw refused(call, Problem.reportsBusy());
    }
    try {
      begin(call, filed, destination.get(), parts);
    } finally {
      drafts.turn().release();
    }
    call.json(view(filed.report().id()));
  }

  private static Refusal refused(Call call, Problem problem) throws IOException {
    Body.drain(call.request());
    return new Refusal(problem);
  }

  private void begin(Call call, Filed filed, Destination destination, TicketParts parts)
      throws IOException, Refusal {
    List<Attachment> attachments = drafts.attachments(call, filed.report(), parts);
    List<String> names = attachments.stream().map(Attachment::name).toList();
    String text = drafts.text(call, filed.report(), parts.errors(), names);
    HostUser who = call.user();
    String id = filed.report().id();
    Courier.Order order =
        new Courier.Order(
            filed, destination, who.name(), out -> TicketZip.write(out, text, attachments));
    Sending begun =
        courier
            .send(
                order, receipt -> told(who, Deed.REPORT_SENT, id, receipt.host(), receipt.sha256()))
            .orElseThrow(() -> new Refusal(Problem.reportsBusy()));
    told(who, Deed.REPORT_SENDING_STARTED, id, begun.host(), begun.sha256());
  }

  private void told(HostUser who, Deed deed, String id, String where, String sha256) {
    JsonObject what = new JsonObject();
    what.addProperty("report", id);
    what.addProperty("host", where);
    what.addProperty("sha256", sha256);
    audit.done(who, deed, what);
  }

  private void show(Call call) throws IOException, Refusal {
    call.json(view(reports.find(call).report().id()));
  }

  private void cancel(Call call) throws IOException, Refusal {
    String id = reports.find(call).report().id();
    Sending under = courier.cancel(id).orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
    told(call.user(), Deed.REPORT_SENDING_CANCELLED, id, under.host(), under.sha256());
    call.done();
  }

  private JsonObject view(String id) throws IOException {
    JsonObject json = new JsonObject();
    Optional<Sending> sending = courier.sending(id);
    if (sending.isPresent()) {
      json.add("sending", SendingViews.of(sending.get()));
    }
    store.receipt(id).ifPresent(one -> json.add("receipt", SendingViews.of(one)));
    return json;
  }
}
