package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Outcome;
import io.hearth.application.Progress;
import io.hearth.application.Texts;
import java.util.List;
import java.util.TreeMap;

/** How far a collection is, as JSON; {@code Progress} in the OpenAPI file. */
record ProgressView(Texts texts) {

  JsonObject of(Progress.Snapshot snapshot) {
    JsonObject json = new JsonObject();
    json.addProperty("state", Names.of(snapshot.state()));
    json.addProperty("phase", Names.of(snapshot.phase()));
    json.addProperty("filesDone", snapshot.filesDone());
    json.addProperty("filesTotal", snapshot.filesTotal());
    json.addProperty("bytesRead", snapshot.bytesRead());
    json.addProperty("bytesExpected", snapshot.bytesExpected());
    json.addProperty("zipBytes", snapshot.zipBytes());
    json.addProperty("currentItem", snapshot.currentItem());
    json.addProperty("elapsedMs", snapshot.elapsed().toMillis());
    snapshot.outcome().ifPresent(outcome -> json.add("outcome", outcome(outcome)));
    return json;
  }

  JsonObject outcome(Outcome outcome) {
    JsonObject json = new JsonObject();
    json.addProperty("entries", outcome.entries());
    json.add("cut", shortfalls(outcome.cut()));
    json.add("missing", shortfalls(outcome.missing()));
    JsonObject redactions = new JsonObject();
    new TreeMap<>(outcome.redactions()).forEach(redactions::addProperty);
    json.add("redactions", redactions);
    outcome.check().ifPresent(check -> json.add("check", check(check)));
    json.addProperty("sha256", outcome.sha256());
    return json;
  }

  private static JsonObject check(Outcome.Check check) {
    JsonArray found = new JsonArray();
    for (Outcome.Found one : check.found()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", one.name());
      json.addProperty("kind", one.kind());
      json.addProperty("count", one.count());
      found.add(json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("entries", check.entries());
    json.add("found", found);
    return json;
  }

  private JsonArray shortfalls(List<Outcome.Shortfall> shortfalls) {
    JsonArray array = new JsonArray();
    for (Outcome.Shortfall shortfall : shortfalls) {
      JsonObject json = new JsonObject();
      json.addProperty("name", shortfall.name());
      json.addProperty("reason", shortfall.reason().id());
      json.addProperty("text", shortfall.reason().text(texts));
      array.add(json);
    }
    return array;
  }
}
