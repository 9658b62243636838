package io.hearth.application;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
    Json.object(health)
        .ifPresent(all -> Json.objects(all, "findings").forEach(one -> findings.add(of(one))));
    findings.sort(Comparator.comparing(Finding::status));
    return findings;
  }

  private static Finding of(JsonObject json) {
    String status = Json.text(json, "status");
    return new Finding(
        status.equals("ok")
            ? Status.OK
            : status.equals("warning") ? Status.WARNING : Status.PROBLEM,
        Json.text(json, "title"),
        Json.text(json, "detail"),
        Json.text(json, "advice"));
  }

  /** The plain values of an entry that say something, nested names joined by a dot. */
  static Map<String, String> facts(Optional<String> entry) {
    Map<String, String> facts = new LinkedHashMap<>();
    Json.object(entry).ifPresent(json -> flatten("", json, facts));
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
}
