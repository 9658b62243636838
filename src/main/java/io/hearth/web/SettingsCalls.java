package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.web.Problem.Kind;
import io.hearth.web.SettingsSection.Chosen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls for the settings of all parts: as a page, as a file, and back. */
final class SettingsCalls {

  static final int MAX_BYTES = 256 * 1024;

  private static final int NAME = 40;

  private final AllSettings all;
  private final Audit audit;

  SettingsCalls(AllSettings all, Audit audit) {
    this.all = all;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/settings", this::export),
        Route.secure(Route.Method.PUT, "/settings", this::keep),
        Route.secure(Route.Method.GET, "/settings/sections", this::show),
        Route.secure(Route.Method.POST, "/settings/check", this::check),
        Route.secure(Route.Method.POST, "/settings/reset", this::reset));
  }

  private void show(Call call) throws IOException {
    call.json(SettingsViews.sections(all, call.texts()));
  }

  private void export(Call call) throws IOException {
    JsonObject document = all.document();
    call.response().setHeader("ETag", "\"" + all.state() + "\"");
    call.response()
        .setHeader("Content-Disposition", "attachment; filename=\"hearth-settings.json\"");
    call.json(document);
    if (!call.request().getMethod().equals("HEAD")) {
      audit.done(
          call.user(),
          Deed.SETTINGS_EXPORTED,
          "sections",
          String.join(" ", document.getAsJsonObject("sections").keySet()));
    }
  }

  private SettingsDraft draft(Call call) throws IOException, Refusal {
    return all.draft(StrictJson.object(Body.json(call.request(), MAX_BYTES)));
  }

  private void check(Call call) throws IOException, Refusal {
    String state = all.state();
    call.json(SettingsViews.draft(draft(call), state, call.texts()));
  }

  private void keep(Call call) throws IOException, Refusal {
    String seen =
        Optional.ofNullable(call.request().getHeader("If-Match"))
            .map(tag -> tag.strip().replace("\"", ""))
            .orElseThrow(() -> new Refusal(Problem.of(Kind.STATE_REQUIRED)));
    SettingsDraft draft = draft(call);
    if (!draft.problems().isEmpty()) {
      throw new Refusal(Problem.invalid(SettingsViews.few(draft.problems())));
    }
    answer(call, Deed.SETTINGS_IMPORTED, draft, all.apply(draft, seen));
  }

  private void reset(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    fields.refuseAllBut(Set.of("sections"));
    List<String> named = fields.texts("sections", all.sections().size(), 1, NAME);
    List<Chosen<?>> chosen = new ArrayList<>();
    for (SettingsSection section : all.sections()) {
      if (section instanceof Chosen<?> one && named.contains(one.id())) {
        chosen.add(one);
      }
    }
    Set<String> known = chosen.stream().map(Chosen::id).collect(Collectors.toSet());
    for (int n = 0; n < named.size(); n++) {
      if (!known.contains(named.get(n))) {
        fields.wrong("sections[" + n + "]", "no-section");
      }
    }
    fields.throwIfWrong();
    SettingsDraft draft = SettingsDraft.standard(chosen);
    answer(call, Deed.SETTINGS_RESET, draft, all.reset(draft));
  }

  private void answer(Call call, Deed deed, SettingsDraft done, JsonObject undo)
      throws IOException {
    if (!done.changes().isEmpty()) {
      audit.done(call.user(), deed, SettingsViews.told(done.changes()));
    }
    JsonObject json = SettingsViews.draft(done, all.state(), call.texts());
    json.add("undo", undo);
    call.json(json);
  }
}
