package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.usage.consent.Consent;
import io.hearth.usage.consent.Counting;
import io.hearth.usage.consent.UsageSettings;
import io.hearth.usage.declare.Declaration;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.declare.Feature;
import io.hearth.usage.store.Cell;
import io.hearth.usage.store.Count;
import io.hearth.usage.store.Day;
import io.hearth.usage.store.DayText;
import io.hearth.usage.store.Durations;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Timing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What may be counted and what was agreed to, as JSON; {@code UsageState} in the OpenAPI file. */
final class UsageViews {

  private UsageViews() {}

  static JsonObject json(Consent consent) {
    JsonObject json = new JsonObject();
    json.addProperty("by", consent.by());
    json.addProperty("at", consent.at().toString());
    json.add("kinds", Audit.array(ids(consent.kinds())));
    return json;
  }

  static List<String> ids(Set<Counting> kinds) {
    return kinds.stream().map(Counting::id).sorted().toList();
  }

  static JsonObject json(UsageSettings settings) {
    JsonObject json = new JsonObject();
    json.addProperty("threshold", settings.threshold());
    json.addProperty("noise", settings.noise().id());
    json.addProperty("retentionDays", settings.retentionDays());
    return json;
  }

  static JsonObject json(Declaration declaration, Collection<String> agreed) {
    JsonObject json = new JsonObject();
    json.add("app", app(declaration.app(), declaration.appName()));
    JsonArray features = new JsonArray();
    if (declaration instanceof Declaration.Usable usable) {
      usable.features().forEach(feature -> features.add(json(feature, agreed)));
    } else if (declaration instanceof Declaration.Unusable unusable) {
      json.addProperty("problem", unusable.why());
    }
    json.add("features", features);
    return json;
  }

  static JsonObject app(String key, String name) {
    JsonObject json = new JsonObject();
    json.addProperty("key", key);
    json.addProperty("name", name);
    return json;
  }

  private static JsonObject json(Feature feature, Collection<String> agreed) {
    JsonObject json = new JsonObject();
    json.addProperty("name", feature.name());
    json.addProperty("description", feature.description());
    json.addProperty("agreed", agreed.contains(feature.name()));
    return json;
  }

  /** A day as it would be stored, of the first features there are, with numbers made up. */
  static String example(List<Declaration> declarations, LocalDate date) {
    Count all = new Count(41, 12);
    List<Long> steps = new ArrayList<>(Collections.nCopies(Durations.STEPS, 0L));
    steps.set(5, 23L);
    steps.set(6, 18L);
    Cell plain = new Cell(all, Map.of(Outcome.OK, all), Optional.empty());
    Cell full =
        new Cell(
            all,
            Map.of(Outcome.OK, new Count(34, 12), Outcome.FAILED, new Count(7, 5)),
            Optional.of(new Timing(12, steps)));
    Day day = Day.empty();
    for (Declaration declaration : declarations) {
      if (declaration instanceof Declaration.Usable usable && !usable.features().isEmpty()) {
        boolean own = declaration.app().equals(Declarations.OWN_APP);
        String feature = usable.features().get(0).key();
        day.features().put(usable.app(), new TreeMap<>(Map.of(feature, own ? full : plain)));
      }
    }
    return DayText.write(date, day);
  }
}
