package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.redaction.ChosenRedaction;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.TextTrial;
import io.hearth.web.RedactionReader.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The calls for rules, settings and the text to try. What is tried is never kept nor logged. */
final class RedactionCalls {

  private final ChosenRedactions chosen;
  private final Audit audit;

  RedactionCalls(ChosenRedactions chosen, Audit audit) {
    this.chosen = chosen;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/redaction/rules", this::rules),
        Route.secure(Route.Method.GET, "/redaction/settings", this::settings),
        Route.secure(Route.Method.PUT, "/redaction/settings", this::keep),
        Route.secure(Route.Method.POST, "/redaction/test", this::test));
  }

  private void rules(Call call) throws IOException {
    call.json(RedactionView.rules(call.texts()));
  }

  private void settings(Call call) throws IOException {
    call.json(RedactionView.settings(chosen.read()));
  }

  private void keep(Call call) throws IOException, Refusal {
    ChosenRedaction wanted = RedactionReader.settings(body(call));
    Optional<ChosenRedaction> before = chosen.readable();
    chosen.keep(wanted);
    audit.redactionChanged(call.user(), before, wanted);
    call.json(RedactionView.settings(wanted));
  }

  private void test(Call call) throws IOException, Refusal {
    Trial trial = RedactionReader.trial(body(call));
    ChosenRedaction settings = trial.settings().orElseGet(chosen::read);
    JsonObject json = new JsonObject();
    json.add(
        "findings", RedactionView.findings(TextTrial.of(trial.fileName(), trial.text(), settings)));
    call.json(json);
  }

  private static JsonObject body(Call call) throws IOException, Refusal {
    return StrictJson.object(Body.json(call.request()));
  }
}
