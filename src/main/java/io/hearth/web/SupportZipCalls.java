package io.hearth.web;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.hearth.application.Limits;
import io.hearth.application.Progress;
import io.hearth.application.SupportZips;
import io.hearth.application.SupportZips.Answer;
import io.hearth.application.audit.Deed;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.application.redaction.ZipRedactions.ZipRedaction;
import io.hearth.host.Host;
import io.hearth.web.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The calls under {@code /support-zip}. */
final class SupportZipCalls {

  private final SupportZips zips;
  private final ZipOrders orders;
  private final Incidents incidents;
  private final Audit audit;

  SupportZipCalls(
      SupportZips zips,
      ZipRedactions redactions,
      Host host,
      Clock clock,
      Incidents incidents,
      Audit audit) {
    this.audit = audit;
    this.zips = zips;
    this.orders = new ZipOrders(redactions, host, clock);
    this.incidents = incidents;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/support-zip/items", this::items),
        Route.secure(Route.Method.POST, "/support-zip", this::create),
        Route.secure(Route.Method.GET, "/support-zip/progress/{id}", this::progress),
        Route.secure(Route.Method.POST, "/support-zip/progress/{id}/cancel", this::cancel));
  }

  private void items(Call call) throws IOException, Refusal {
    JsonObject query = new JsonObject();
    copyNumber(call.request(), "sinceDays", query);
    copyNumber(call.request(), "maxBytesPerItem", query);
    copyText(call.request(), "from", query);
    copyText(call.request(), "to", query);
    Fields fields = Fields.of(query);
    Limits limits = SupportZipReader.limits(fields);
    fields.throwIfWrong();
    call.json(new ItemsView(call.texts()).of(zips.inventory(limits)));
  }

  private static void copyText(HttpServletRequest request, String name, JsonObject query) {
    Optional.ofNullable(request.getParameter(name))
        .ifPresent(text -> query.addProperty(name, text));
  }

  /** A query holds text only; what looks like a number is judged as one. */
  private static void copyNumber(HttpServletRequest request, String name, JsonObject query) {
    Optional.ofNullable(request.getParameter(name))
        .ifPresent(
            text ->
                query.add(
                    name,
                    Numbers.whole(text)
                        .map(JsonPrimitive::new)
                        .orElseGet(() -> new JsonPrimitive(text))));
  }

  private void create(Call call) throws IOException, Refusal {
    JsonObject json = StrictJson.object(Body.json(call.request()));
    SupportZipRequest request = new SupportZipReader(zips.items()).read(json);
    Optional<ZipRedaction> redaction = orders.redaction(request);
    String fileName = orders.fileName();
    Delivery delivery = new Delivery(call.response(), fileName);
    Answer answer =
        zips.collect(
            request.choice(),
            redaction.map(ZipRedaction::engine),
            call.user().name(),
            request.progress(),
            delivery::open);
    told(call, request, fileName, answer);
    if (answer instanceof Answer.Done) {
      redaction.ifPresent(one -> keep(one, fileName));
    }
    if (answer instanceof Answer.Busy busy) {
      throw new Refusal(Problem.busy(busy.startedBy(), busy.startedAt()));
    }
    if (answer instanceof Answer.Failed failed) {
      String incident = incidents.record("making a Support ZIP", failed.cause());
      breakOff(call, delivery, Problem.internal(incident));
    } else if (answer instanceof Answer.Cancelled) {
      breakOff(call, delivery, Problem.of(Kind.NOT_FOUND));
    }
  }

  private void told(Call call, SupportZipRequest request, String fileName, Answer answer) {
    Optional<Deed> deed =
        answer instanceof Answer.Done
            ? Optional.of(Deed.SUPPORT_ZIP_DOWNLOADED)
            : answer instanceof Answer.Cancelled
                ? Optional.of(Deed.SUPPORT_ZIP_CANCELLED)
                : answer instanceof Answer.Failed
                    ? Optional.of(Deed.SUPPORT_ZIP_FAILED)
                    : Optional.empty();
    JsonObject what = new JsonObject();
    ZipOrders.tell(request, fileName, what);
    if (answer instanceof Answer.Done done) {
      what.addProperty("sha256", done.outcome().sha256());
    }
    deed.ifPresent(one -> audit.done(call.user(), one, what));
  }

  /** The ZIP is whole and sent, whatever becomes of its table. */
  private void keep(ZipRedaction redaction, String fileName) {
    try {
      redaction.done(fileName);
    } catch (RuntimeException e) {
      incidents.part("keeping what belongs to a Support ZIP", e);
    }
  }

  /**
   * Part of a ZIP must never look like a whole one. Once bytes are out, only an exception makes the
   * container cut the connection instead of ending the answer properly.
   */
  private static void breakOff(Call call, Delivery delivery, Problem otherwise)
      throws IOException, Refusal {
    if (!call.response().isCommitted()) {
      call.response().reset();
      throw new Refusal(otherwise);
    }
    if (!delivery.receiverGone()) {
      throw new BrokenOff();
    }
  }

  /** The answer cannot be finished; there is nothing to add to what was sent or logged. */
  static final class BrokenOff extends IOException {
    BrokenOff() {
      super("The Support ZIP was broken off; the download is not complete");
    }
  }

  private void progress(Call call) throws IOException, Refusal {
    Progress.Snapshot snapshot =
        zips.progress(call.parts().get("id"))
            .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
    call.json(new ProgressView(call.texts()).of(snapshot));
  }

  private void cancel(Call call) throws Refusal {
    if (!zips.cancel(call.parts().get("id"))) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    call.done();
  }
}
