package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.errors.page.Watched;
import io.hearth.web.FirstRun.State;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * The calls for the three questions of a first run. Answers are settings like any others; that
 * features may be counted is agreed to on the page that lists them, never here.
 */
final class FirstRunCalls {

  /** What the answers do not change and the questions tell. */
  record Standing(BooleanSupplier counting, IntSupplier destinations) {}

  private final FirstRun kept;
  private final AllSettings all;
  private final Standing standing;
  private final Audit audit;

  FirstRunCalls(FirstRun kept, AllSettings all, Standing standing, Audit audit) {
    this.kept = kept;
    this.all = all;
    this.standing = standing;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/first-run", this::show),
        Route.secure(Route.Method.POST, "/first-run/answers", this::answer),
        Route.secure(Route.Method.POST, "/first-run/later", this::putOff));
  }

  private void show(Call call) throws IOException {
    JsonObject sections = all.document().getAsJsonObject("sections");
    JsonObject json = new JsonObject();
    json.addProperty("state", Names.of(kept.state()));
    json.add("errors", sections.getAsJsonObject("errors").get("watch"));
    json.add("reports", sections.getAsJsonObject("reports").get("on"));
    json.addProperty("counting", standing.counting().getAsBoolean());
    json.addProperty("destinations", standing.destinations().getAsInt());
    call.json(json);
  }

  private void answer(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("errors", "reports", "usage"));
    fields.require("reports", "usage");
    Optional<Watched.Mode> errors = ErrorSettingsFields.watch(fields, "errors");
    Optional<Boolean> reports = fields.flag("reports");
    Optional<Boolean> usage = fields.flag("usage");
    fields.throwIfWrong();
    String state = all.state();
    JsonObject document = all.document();
    JsonObject sections = document.getAsJsonObject("sections");
    sections.keySet().retainAll(Set.of("errors", "reports"));
    sections.getAsJsonObject("errors").addProperty("watch", Names.of(errors.orElseThrow()));
    sections.getAsJsonObject("reports").addProperty("on", reports.orElseThrow());
    SettingsDraft draft = all.draft(document);
    if (!draft.problems().isEmpty()) {
      // What is kept does not fit its own reader: another version wrote it.
      throw new Refusal(Problem.of(Kind.CONFLICT));
    }
    all.apply(draft, state);
    kept.keep(State.ANSWERED);
    JsonObject what = SettingsViews.told(draft.changes());
    what.addProperty("usageWanted", usage.orElseThrow());
    audit.done(call.user(), Deed.FIRST_RUN_ANSWERED, what);
    show(call);
  }

  /** Nothing changes but that nobody is asked; who has answered is not asked anyway. */
  private void putOff(Call call) throws IOException {
    if (kept.state() == State.OPEN) {
      kept.keep(State.PUT_OFF);
      audit.done(call.user(), Deed.FIRST_RUN_PUT_OFF, new JsonObject());
    }
    show(call);
  }
}
