package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.privacy.Holdings;
import io.hearth.reports.Filed;
import io.hearth.reports.Handling;
import io.hearth.reports.Handling.NamedZip;
import io.hearth.reports.Handling.State;
import io.hearth.reports.ReportStore;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The calls of the inbox. */
final class ReportCalls {

  private static final int SEARCH = 200;
  private static final int ZIP_NAME = 200;
  private static final Range REVISION = new Range(0, 0, 999_998);

  private final ReportStore store;
  private final ReportViews views;
  private final Clock clock;
  private final Audit audit;

  ReportCalls(ReportStore store, ReportViews views, Clock clock, Audit audit) {
    this.store = store;
    this.views = views;
    this.clock = clock;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/reports", this::list),
        Route.secure(Route.Method.GET, "/reports/{id}", this::one),
        Route.secure(Route.Method.GET, "/reports/{id}/screenshot", this::screenshot),
        Route.secure(Route.Method.PUT, "/reports/{id}/handling", this::handle),
        Route.secure(Route.Method.DELETE, "/reports/{id}", this::delete));
  }

  private void list(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "q", "state", "offset", "limit");
    Optional<String> words = asked.optional("q", SEARCH);
    Optional<State> state = asked.chosen("state", State.values(), Names::of);
    int offset = asked.offset();
    int limit = asked.limit();
    asked.throwIfWrong();
    List<Filed> all = store.all();
    List<Filed> fitting =
        all.stream()
            .filter(one -> state.map(wanted -> one.handling().state() == wanted).orElse(true))
            .filter(one -> words.map(text -> holds(one, text)).orElse(true))
            .toList();
    JsonObject json = new JsonObject();
    json.addProperty("total", fitting.size());
    json.add(
        "reports",
        ErrorViews.list(fitting.stream().skip(offset).limit(limit).toList(), ReportViews::summary));
    JsonObject counts = new JsonObject();
    for (State each : State.values()) {
      counts.addProperty(
          Names.of(each), all.stream().filter(one -> one.handling().state() == each).count());
    }
    json.add("states", counts);
    json.add("room", room());
    call.json(json);
  }

  private JsonObject room() throws IOException {
    Holdings now = store.holdings(Optional.empty());
    JsonObject room = new JsonObject();
    room.addProperty("reports", now.records());
    room.addProperty("maxReports", ReportStore.MOST);
    room.addProperty("bytes", now.bytes());
    room.addProperty("maxBytes", ReportStore.MOST_BYTES);
    return room;
  }

  private static boolean holds(Filed one, String words) {
    String text =
        Stream.of(
                one.report().happened(),
                one.report().expected(),
                one.report().page(),
                one.report().email().orElse(""),
                one.handling().notes())
            .reduce("", (before, next) -> before + "\n" + next)
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(text::contains);
  }

  Filed find(Call call) throws IOException, Refusal {
    return store
        .find(call.parts().get("id"))
        .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  private void one(Call call) throws IOException, Refusal {
    call.json(views.detail(find(call)));
  }

  /**
   * An image and nothing else, whatever a browser takes it for, also when it is opened by itself.
   */
  private void screenshot(Call call) throws IOException, Refusal {
    Filed filed = find(call);
    Optional<InputStream> picture = store.screenshot(filed.report().id());
    if (picture.isEmpty()) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    try (InputStream in = picture.get()) {
      Answers.common(call.response());
      call.response().setContentType("image/png");
      call.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      call.response()
          .setHeader(
              "Content-Disposition", "inline; filename=\"report-" + filed.report().id() + ".png\"");
      if (!call.request().getMethod().equals("HEAD")) {
        in.transferTo(call.response().getOutputStream());
      }
    }
  }

  private void handle(Call call) throws IOException, Refusal {
    Filed filed = find(call);
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("revision", "state", "notes", "zip"));
    fields.require("revision");
    Optional<Long> revision = fields.whole("revision", REVISION);
    Optional<State> state = state(fields);
    String notes = fields.text("notes", 0, Handling.LONGEST_NOTES).orElse("");
    Optional<NamedZip> zip = fields.object("zip").flatMap(ReportCalls::zip);
    fields.throwIfWrong();
    Handling change =
        new Handling(
            0, state.orElseThrow(), notes, call.user().name(), Optional.of(clock.instant()), zip);
    Handling changed =
        store
            .handle(filed.report().id(), revision.orElseThrow(), change)
            .orElseThrow(() -> new Refusal(Problem.of(Kind.CONFLICT)));
    JsonObject what = new JsonObject();
    what.addProperty("report", filed.report().id());
    what.addProperty("before", Names.of(filed.handling().state()));
    what.addProperty("now", Names.of(changed.state()));
    audit.done(call.user(), Deed.REPORT_HANDLED, what);
    call.json(views.detail(new Filed(filed.report(), changed)));
  }

  private static Optional<State> state(Fields fields) {
    String asked = fields.text("state", 1, 20).orElse("");
    Optional<State> state =
        Arrays.stream(State.values()).filter(one -> Names.of(one).equals(asked)).findFirst();
    if (state.isEmpty() && fields.has("state")) {
      fields.wrong("state", "unknown-choice", "new, sent, closed");
    }
    return state;
  }

  private static Optional<NamedZip> zip(Fields fields) {
    fields.refuseAllBut(Set.of("name", "sha256"));
    Optional<String> name = fields.text("name", 1, ZIP_NAME);
    Optional<String> sum = fields.text("sha256", 64, 64);
    if (sum.isPresent() && !sum.get().matches("[0-9a-f]{64}")) {
      fields.wrong("sha256", "sha256");
    }
    return name.flatMap(one -> sum.map(digits -> new NamedZip(one, digits)));
  }

  private void delete(Call call) throws IOException, Refusal {
    String id = call.parts().get("id");
    if (!store.delete(id)) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    audit.done(call.user(), Deed.REPORT_DELETED, "report", id);
    call.done();
  }
}
