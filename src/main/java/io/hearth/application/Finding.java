package io.hearth.application;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One result of a health check, read back from the redacted entry. */
record Finding(Status status, String title, String detail, String advice) {

  /** In the order in which a support engineer wants to see them. */
  enum Status {
    PROBLEM,
    WARNING,
    OK
  }

  /** The findings, the worst first; empty when the entry is not there or was cut. */
  static List<Finding> in(Optional<String> health) {
    List<Finding> findings = new ArrayList<>();
    object(health)
        .flatMap(all -> Optional.ofNullable(all.get("findings")))
        .filter(JsonElement::isJsonArray)
        .ifPresent(
            all ->
                all.getAsJsonArray()
                    .forEach(
                        one -> {
                          if (one.isJsonObject()) {
                            findings.add(of(one.getAsJsonObject()));
                          }
                        }));
    findings.sort(Comparator.comparing(Finding::status));
    return findings;
  }

  private static Finding of(JsonObject json) {
    String status = text(json, "status");
    return new Finding(
        status.equals("ok")
            ? Status.OK
            : status.equals("warning") ? Status.WARNING : Status.PROBLEM,
        text(json, "title"),
        text(json, "detail"),
        text(json, "advice"));
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /** The plain values of an entry that say something, nested names joined by a dot. */
  static Map<String, String> facts(Optional<String> entry) {
    Map<String, String> facts = new LinkedHashMap<>();
    object(entry).ifPresent(json -> flatten("", json, facts));
    return facts;
  }

  private static void flatten(String prefix, JsonObject json, Map<String, String> facts) {
    for (Map.Entry<String, JsonElement> member : json.entrySet()) {
      if (member.getValue().isJsonObject()) {
        flatten(prefix + member.getKey() + ".", member.getValue().getAsJsonObject(), facts);
      } else if (member.getValue().isJsonPrimitive()
          && !member.getValue().getAsString().isEmpty()) {
        facts.put(prefix + member.getKey(), member.getValue().getAsString());
      }
    }
  }

  private static Optional<JsonObject> object(Optional<String> text) {
    try {
      return text.map(JsonParser::parseString)
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }
}
