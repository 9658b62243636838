package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.audit.Deed;
import io.hearth.reports.Addresses;
import io.hearth.reports.ChosenReportSettings;
import io.hearth.reports.ReportSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The calls for whether and how reports are taken. */
final class ReportSettingsCalls {

  private static final Range PER_HOUR =
      new Range(ReportSettings.MOST_PER_HOUR, 1, ReportSettings.MOST_PER_HOUR);
  private static final Range DAYS =
      new Range(ReportSettings.MOST_DAYS, 1, ReportSettings.MOST_DAYS);
  private static final int ADDRESS = 254;

  private final ChosenReportSettings settings;
  private final Audit audit;

  ReportSettingsCalls(ChosenReportSettings settings, Audit audit) {
    this.settings = settings;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(
            Route.Method.GET, "/reports/settings", call -> call.json(json(settings.now()))),
        Route.secure(Route.Method.PUT, "/reports/settings", this::keep));
  }

  static SettingsSection section(ChosenReportSettings chosen) {
    return new SettingsSection.Chosen<>(
        "reports",
        List.of(ChosenReportSettings.KEY),
        new SettingsSection.Form<>(ReportSettingsCalls::json, ReportSettingsCalls::settings),
        new SettingsSection.Place<>(
            () -> Optional.of(chosen.latest()), ReportSettings::standard, chosen::keep),
        Set.of());
  }

  private static JsonObject json(ReportSettings now) {
    JsonObject json = new JsonObject();
    json.addProperty("on", now.on());
    json.addProperty("shortcut", now.shortcut());
    json.addProperty("perHour", now.perHour());
    json.addProperty("retentionDays", now.retentionDays());
    json.addProperty("supportAddress", now.supportAddress());
    return json;
  }

  private void keep(Call call) throws IOException, Refusal {
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    Optional<ReportSettings> wanted = settings(fields);
    fields.throwIfWrong();
    ReportSettings before = settings.now();
    ReportSettings now = wanted.orElseThrow();
    settings.keep(now);
    audit.changed(call.user(), Deed.REPORT_SETTINGS_CHANGED, json(before), json(now));
    call.json(json(now));
  }

  /** Empty when a field does not fit. */
  private static Optional<ReportSettings> settings(Fields fields) {
    fields.refuseAllBut(Set.of("on", "shortcut", "perHour", "retentionDays", "supportAddress"));
    fields.require("on", "perHour", "retentionDays", "shortcut", "supportAddress");
    boolean on = fields.flag("on").orElse(false);
    boolean shortcut = fields.flag("shortcut").orElse(false);
    Optional<Long> perHour = fields.whole("perHour", PER_HOUR);
    Optional<Long> days = fields.whole("retentionDays", DAYS);
    String address = fields.text("supportAddress").map(String::strip).orElse("");
    if (address.length() > ADDRESS || !(address.isEmpty() || Addresses.isUsable(address))) {
      fields.wrong("supportAddress", "address");
    }
    return perHour.isPresent() && days.isPresent()
        ? Optional.of(
            new ReportSettings(
                on, shortcut, perHour.get().intValue(), days.get().intValue(), address))
        : Optional.empty();
  }
}
