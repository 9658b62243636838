package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.Consent;
import io.hearth.usage.consent.Counting;
import io.hearth.usage.consent.UsageSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of usage, and what was agreed to, which nobody agrees to by a file. */
final class UsageSections {

  private UsageSections() {}

  static List<SettingsSection> of(ChosenUsage chosen) {
    return List.of(
        new SettingsSection.Chosen<>(
            "usage",
            List.of(ChosenUsage.SETTINGS),
            new SettingsSection.Form<>(UsageViews::json, UsageCalls::settings),
            new SettingsSection.Place<>(
                () -> Optional.of(chosen.settings()), UsageSettings::standard, chosen::keep),
            Set.of()),
        new SettingsSection.ByHand(
            "usage-consent",
            List.of(ChosenUsage.CONSENT),
            () -> consent(chosen.consent()),
            UsageSections::check));
  }

  /** Of a consent what was agreed to; who it was is no setting. */
  private static JsonObject consent(Optional<Consent> consent) {
    JsonObject json = new JsonObject();
    json.add("kinds", Audit.array(UsageViews.ids(consent.map(Consent::kinds).orElse(Set.of()))));
    return json;
  }

  private static void check(Fields fields) {
    fields.refuseAllBut(Set.of("kinds"));
    int most = Counting.values().length;
    for (String kind : fields.texts("kinds", most, 1, 40)) {
      if (Counting.byId(kind).isEmpty()) {
        fields.wrong("kinds", "unknown-kind", kind);
      }
    }
  }
}
