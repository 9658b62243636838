package io.hearth.web;

import io.hearth.egress.Purpose;
import io.hearth.host.Settings;
import io.hearth.privacy.ChosenDays;
import io.hearth.privacy.SettingsKind;
import io.hearth.privacy.SettingsKind.Key;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.watch.ChosenWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the app keeps in the product's settings; a test fails when a key is not named here. */
final class KeptSettings {

  private static final List<String> FIELDS =
      Stream.of(
              "watch apps noiseKept filters id field pattern on retentionDays logNew",
              "kindsOff rulesOff words patterns allowed name key",
              "threshold noise",
              "address secret confirmedBy confirmedAt",
              "on shortcut perHour retentionDays supportAddress",
              "texts text changedAt state",
              "heapPercent heapMinutes errorsPerMinute")
          .flatMap(names -> Stream.of(names.split(" ")))
          .toList();

  /** Keys that no document of settings holds, and why. */
  static final Map<String, String> NEVER_EXPORTED =
      Map.of(
          "instance-key",
          "names this instance; another one has its own",
          ChosenUsage.NOISE_KEY,
          "a secret: who knows it can take the added chance away again");

  private KeptSettings() {}

  static PrivacyPart.Keeper of(Settings settings) {
    List<Key> keys = new ArrayList<>();
    Stream.of(
            "errors",
            "redaction",
            "reports",
            ChosenUsage.SETTINGS,
            ChosenDays.KEY,
            OwnTexts.KEY,
            ChosenWatch.KEY,
            ChosenReceivers.KEY)
        .map(key -> new Key(key, false))
        .forEach(keys::add);
    Stream.of(Purpose.values())
        .map(purpose -> new Key("destination." + purpose.id(), true))
        .forEach(keys::add);
    keys.add(new Key(ChosenUsage.NOISE_KEY, true));
    return around ->
        List.of(
            new SettingsKind("settings", keys, FIELDS, settings),
            new SettingsKind(
                "instance-key", List.of(new Key("instance-key", false)), List.of("key"), settings));
  }
}
