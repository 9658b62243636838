package io.hearth.collections;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.application.Outcome;
import io.hearth.application.Outcome.Check;
import io.hearth.application.Outcome.Found;
import io.hearth.application.Outcome.Shortfall;
import io.hearth.application.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a finished collection gave, as it lies in {@code job.json}. */
final class OutcomeFile {

  private OutcomeFile() {}

  static JsonObject write(Outcome outcome) {
    JsonObject json = new JsonObject();
    json.addProperty("entries", outcome.entries());
    json.add("cut", list(outcome.cut(), OutcomeFile::shortfall));
    json.add("missing", list(outcome.missing(), OutcomeFile::shortfall));
    JsonObject redactions = new JsonObject();
    new TreeMap<>(outcome.redactions()).forEach(redactions::addProperty);
    json.add("redactions", redactions);
    outcome.check().ifPresent(check -> json.add("check", check(check)));
    json.addProperty("sha256", outcome.sha256());
    return json;
  }

  private static JsonObject shortfall(Shortfall shortfall) {
    JsonObject json = new JsonObject();
    json.addProperty("name", shortfall.name());
    json.addProperty("reason", shortfall.reason().name());
    return json;
  }

  private static JsonObject check(Check check) {
    JsonObject json = new JsonObject();
    json.addProperty("entries", check.entries());
    json.addProperty("total", check.total());
    json.add("found", list(check.found(), OutcomeFile::found));
    return json;
  }

  private static JsonObject found(Found found) {
    JsonObject json = new JsonObject();
    json.addProperty("name", found.name());
    json.addProperty("kind", found.kind());
    json.addProperty("count", found.count());
    return json;
  }

  private static <T> JsonArray list(List<T> some, Function<T, JsonObject> one) {
    JsonArray array = new JsonArray();
    some.forEach(each -> array.add(one.apply(each)));
    return array;
  }

  /** Throws what Gson and enums throw for anything that {@link #write} did not write. */
  static Outcome read(JsonObject json) {
    Map<String, Long> redactions = new TreeMap<>();
    for (Map.Entry<String, JsonElement> one : json.getAsJsonObject("redactions").entrySet()) {
      redactions.put(one.getKey(), one.getValue().getAsLong());
    }
    return new Outcome(
        json.get("entries").getAsInt(),
        shortfalls(json.getAsJsonArray("cut")),
        shortfalls(json.getAsJsonArray("missing")),
        redactions,
        Optional.ofNullable(json.getAsJsonObject("check")).map(OutcomeFile::readCheck),
        json.get("sha256").getAsString());
  }

  private static List<Shortfall> shortfalls(JsonArray array) {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (JsonElement one : array) {
      JsonObject json = one.getAsJsonObject();
      Reason reason = Reason.valueOf(json.get("reason").getAsString());
      shortfalls.add(new Shortfall(json.get("name").getAsString(), reason));
    }
    return shortfalls;
  }

  private static Check readCheck(JsonObject json) {
    List<Found> found = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray("found")) {
      JsonObject each = one.getAsJsonObject();
      found.add(
          new Found(
              each.get("name").getAsString(),
              each.get("kind").getAsString(),
              each.get("count").getAsLong()));
    }
    return new Check(json.get("entries").getAsLong(), json.get("total").getAsLong(), found);
  }
}
