package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.privacy.ChosenDays;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Retention;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long kinds are kept whose part has no settings of its own. */
record RetentionSection(Supplier<List<DataKind>> kinds) {

  SettingsSection section() {
    return new SettingsSection.Chosen<Map<String, Integer>>(
        "retention",
        List.of(ChosenDays.KEY),
        new SettingsSection.Form<>(RetentionSection::json, this::read),
        new SettingsSection.Place<>(() -> Optional.of(now()), this::standard, this::keep),
        Set.of());
  }

  private Map<String, Retention.Chosen> chosen() {
    Map<String, Retention.Chosen> chosen = new TreeMap<>();
    for (DataKind kind : kinds.get()) {
      if (kind.retention() instanceof Retention.Chosen one
          && one.choose() instanceof ChosenDays.Choice) {
        chosen.put(kind.id(), one);
      }
    }
    return chosen;
  }

  private Map<String, Integer> now() {
    Map<String, Integer> now = new TreeMap<>();
    chosen().forEach((kind, one) -> now.put(kind, one.days()));
    return now;
  }

  private Map<String, Integer> standard() {
    Map<String, Integer> standard = new TreeMap<>();
    chosen().keySet().forEach(kind -> standard.put(kind, Retention.LONGEST_DAYS));
    return standard;
  }

  private void keep(Map<String, Integer> wanted) {
    Map<String, Retention.Chosen> chosen = chosen();
    wanted.forEach((kind, days) -> chosen.get(kind).choose().accept(days));
  }

  private static JsonObject json(Map<String, Integer> days) {
    JsonObject json = new JsonObject();
    days.forEach(json::addProperty);
    return json;
  }

  /** A kind that is not named stays as it is: another version may not know it. */
  private Optional<Map<String, Integer>> read(Fields fields) {
    Map<String, Integer> days = now();
    int most = Retention.LONGEST_DAYS;
    for (String kind : fields.names()) {
      Optional<Long> wanted = fields.whole(kind, new Range(most, 1, most));
      if (!days.containsKey(kind)) {
        fields.wrong(kind, "no-retention");
      } else {
        wanted.ifPresent(number -> days.put(kind, number.intValue()));
      }
    }
    return Optional.of(days);
  }
}
