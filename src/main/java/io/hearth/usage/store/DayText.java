package io.hearth.usage.store;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A day as its file holds it. The same counts are the same bytes: all keys are sorted, and nothing
 * tells when or in which order they came.
 *
 * <pre>
 * {"day":"2026-03-01","features":{"io.hearth":{"page-usage":[12,6],"zip-made":{"ok":[7,6],"time":[6,0,…]}}}}
 * </pre>
 *
 * A pair is how often and by how many; standing alone, all went well and nothing was measured.
 * {@code all} stands where it is not that of the one outcome.
 */
public final class DayText {

  private static final String ALL = "all";
  private static final String TIME = "time";
  private static final Gson GSON = new Gson();

  private DayText() {}

  public static String write(LocalDate date, Day day) {
    JsonObject features = new JsonObject();
    day.features()
        .forEach(
            (app, cells) -> {
              JsonObject one = new JsonObject();
              cells.forEach((feature, cell) -> one.add(feature, json(cell)));
              features.add(app, one);
            });
    JsonObject json = new JsonObject();
    json.addProperty("day", date.toString());
    json.add("features", features);
    if (!day.unknown().equals(Count.NONE)) {
      json.add("unknown", json(day.unknown()));
    }
    return GSON.toJson(json) + "\n";
  }

  private static JsonElement json(Cell cell) {
    if (cell.timing().isEmpty() && cell.outcomes().equals(Map.of(Outcome.OK, cell.all()))) {
      return json(cell.all());
    }
    JsonObject json = new JsonObject();
    Map<Outcome, Count> outcomes = cell.outcomes();
    if (!(outcomes.size() == 1 && outcomes.containsValue(cell.all()))) {
      json.add(ALL, json(cell.all()));
    }
    outcomes.forEach((outcome, count) -> json.add(outcome.id(), json(count)));
    cell.timing()
        .ifPresent(
            timing -> {
              JsonArray steps = new JsonArray();
              steps.add(timing.people());
              timing.steps().forEach(steps::add);
              json.add(TIME, steps);
            });
    return json;
  }

  private static JsonArray json(Count count) {
    JsonArray pair = new JsonArray();
    pair.add(count.events());
    pair.add(count.people());
    return pair;
  }

  /**
   * @throws IllegalArgumentException when it is not what {@link #write} makes
   */
  public static Day read(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      SortedMap<String, SortedMap<String, Cell>> features = new TreeMap<>();
      for (Map.Entry<String, JsonElement> app : json.getAsJsonObject("features").entrySet()) {
        SortedMap<String, Cell> cells = new TreeMap<>();
        app.getValue()
            .getAsJsonObject()
            .entrySet()
            .forEach(one -> cells.put(one.getKey(), cell(one.getValue())));
        features.put(app.getKey(), cells);
      }
      Count unknown = json.has("unknown") ? count(json.getAsJsonArray("unknown")) : Count.NONE;
      return new Day(features, unknown);
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      throw new IllegalArgumentException("not the usage of a day", e);
    }
  }

  private static Cell cell(JsonElement json) {
    if (json.isJsonArray()) {
      Count all = count(json.getAsJsonArray());
      return new Cell(all, Map.of(Outcome.OK, all), Optional.empty());
    }
    Map<Outcome, Count> outcomes = new EnumMap<>(Outcome.class);
    Optional<Count> all = Optional.empty();
    Optional<Timing> timing = Optional.empty();
    for (Map.Entry<String, JsonElement> part : json.getAsJsonObject().entrySet()) {
      JsonArray values = part.getValue().getAsJsonArray();
      switch (part.getKey()) {
        case ALL -> all = Optional.of(count(values));
        case TIME -> timing = Optional.of(timing(values));
        default ->
            outcomes.put(
                Outcome.byId(part.getKey()).orElseThrow(IllegalStateException::new), count(values));
      }
    }
    return new Cell(all.orElseGet(() -> outcomes.values().iterator().next()), outcomes, timing);
  }

  private static Count count(JsonArray pair) {
    return new Count(pair.get(0).getAsLong(), pair.get(1).getAsInt());
  }

  private static Timing timing(JsonArray values) {
    List<Long> steps = new ArrayList<>();
    for (int n = 1; n <= Durations.STEPS; n++) {
      steps.add(values.get(n).getAsLong());
    }
    return new Timing(values.get(0).getAsInt(), steps);
  }
}
