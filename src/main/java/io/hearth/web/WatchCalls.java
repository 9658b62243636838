package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.audit.Deed;
import io.hearth.watch.ChosenWatch;
import io.hearth.watch.WatchSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls for ZIPs that are made by themselves when health turns bad. */
final class WatchCalls {

  private static final String PATH = "/support-zips/watch";
  private static final Range PERCENT = new Range(95, 50, 100);
  private static final Range MINUTES = new Range(5, 1, WatchSettings.MOST_MINUTES);
  private static final Range ERRORS = new Range(10, 1, WatchSettings.MOST_ERRORS);

  private final ChosenWatch settings;
  private final Audit audit;

  WatchCalls(ChosenWatch settings, Audit audit) {
    this.settings = settings;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, PATH, call -> call.json(json(settings.now()))),
        Route.secure(Route.Method.PUT, PATH, this::keep));
  }

  private static JsonObject json(WatchSettings now) {
    JsonObject json = new JsonObject();
    json.addProperty("on", now.on());
    json.addProperty("heapPercent", now.heapPercent());
    json.addProperty("heapMinutes", now.heapMinutes());
    json.addProperty("errorsPerMinute", now.errorsPerMinute());
    return json;
  }

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<WatchSettings> wanted = read(fields);
    fields.throwIfWrong();
    WatchSettings before = settings.now();
    WatchSettings now = wanted.orElseThrow();
    settings.keep(now);
    audit.changed(call.user(), Deed.HEALTH_WATCH_CHANGED, json(before), json(now));
    call.json(json(now));
  }

  /** Empty when a field does not fit. */
  private static Optional<WatchSettings> read(Fields fields) {
    fields.refuseAllBut(Set.of("on", "heapPercent", "heapMinutes", "errorsPerMinute"));
    fields.require("errorsPerMinute", "heapMinutes", "heapPercent", "on");
    Optional<Boolean> on = fields.flag("on");
    Optional<Long> percent = fields.whole("heapPercent", PERCENT);
    Optional<Long> minutes = fields.whole("heapMinutes", MINUTES);
    Optional<Long> errors = fields.whole("errorsPerMinute", ERRORS);
    return on.isEmpty() || percent.isEmpty() || minutes.isEmpty() || errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WatchSettings(
                on.get(),
                percent.get().intValue(),
                minutes.get().intValue(),
                errors.get().intValue()));
  }

  static SettingsSection section(ChosenWatch chosen) {
    return new SettingsSection.Chosen<>(
        ChosenWatch.KEY,
        List.of(ChosenWatch.KEY),
        new SettingsSection.Form<>(WatchCalls::json, WatchCalls::read),
        new SettingsSection.Place<>(
            () -> Optional.of(chosen.now()), WatchSettings::standard, chosen::keep),
        Set.of());
  }
}
