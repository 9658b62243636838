package io.hearth.collections;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.Progress;
import io.hearth.collections.Stage.Cancelled;
import io.hearth.collections.Stage.Content;
import io.hearth.collections.Stage.Done;
import io.hearth.collections.Stage.Failed;
import io.hearth.collections.Stage.Interrupted;
import io.hearth.collections.Stage.Queued;
import io.hearth.collections.Stage.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of {@code job.json}: all that a node, or the next process of one, has to know. */
final class JobFile {

  private static final Gson GSON = new Gson();

  private JobFile() {}

  static String write(StoredZip zip) {
    JsonObject json = new JsonObject();
    json.addProperty("file", zip.fileName());
    json.addProperty("node", zip.node());
    json.addProperty("startedBy", zip.startedBy());
    JsonArray items = new JsonArray();
    zip.items().forEach(items::add);
    json.add("items", items);
    zip.of().ifPresent(of -> json.addProperty("of", of));
    zip.cause().ifPresent(cause -> json.addProperty("cause", cause.name()));
    if (!zip.nodes().isEmpty()) {
      json.add("nodes", SharesFile.write(zip.nodes()));
    }
    json.addProperty("createdAt", zip.createdAt().toString());
    json.addProperty("state", zip.state().name());
    zip.stage().ended().ifPresent(at -> json.addProperty("endedAt", at.toString()));
    zip.stage().content().ifPresent(content -> json.add("content", content(content)));
    if (zip.stage() instanceof Running running) {
      json.add("progress", progress(running.progress()));
    } else if (zip.stage() instanceof Failed failed) {
      json.addProperty("trouble", failed.trouble().name());
    } else if (zip.stage() instanceof Done done) {
      done.outcome().ifPresent(outcome -> json.add("outcome", OutcomeFile.write(outcome)));
    }
    return GSON.toJson(json);
  }

  private static JsonObject content(Content content) {
    JsonObject json = new JsonObject();
    json.addProperty("bytes", content.bytes());
    json.addProperty("sha256", content.sha256());
    json.addProperty("entries", content.entries());
    return json;
  }

  private static JsonObject progress(Progress.Snapshot now) {
    JsonObject json = new JsonObject();
    json.addProperty("phase", now.phase().name());
    json.addProperty("filesDone", now.filesDone());
    json.addProperty("filesTotal", now.filesTotal());
    json.addProperty("bytesRead", now.bytesRead());
    json.addProperty("bytesExpected", now.bytesExpected());
    json.addProperty("zipBytes", now.zipBytes());
    json.addProperty("currentItem", now.currentItem());
    json.addProperty("elapsedMs", now.elapsed().toMillis());
    return json;
  }

  /** Throws what Gson and enums throw for anything that {@link #write} did not write. */
  static StoredZip read(String id, boolean kept, String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<String> items = new ArrayList<>();
    for (JsonElement item : json.getAsJsonArray("items")) {
      items.add(item.getAsString());
    }
    return new StoredZip(
        id,
        json.get("file").getAsString(),
        json.get("node").getAsString(),
        json.get("startedBy").getAsString(),
        items,
        Optional.ofNullable(json.get("of")).map(JsonElement::getAsString),
        Optional.ofNullable(json.get("cause")).map(one -> Cause.valueOf(one.getAsString())),
        Optional.ofNullable(json.getAsJsonArray("nodes")).map(SharesFile::read).orElse(List.of()),
        instant(json, "createdAt"),
        kept,
        stage(json));
  }

  private static Stage stage(JsonObject json) {
    return switch (State.valueOf(json.get("state").getAsString())) {
      case QUEUED -> new Queued();
      case RUNNING -> new Running(readProgress(json.getAsJsonObject("progress")));
      case DONE ->
          new Done(
              instant(json, "endedAt"),
              readContent(json).orElseThrow(),
              Optional.ofNullable(json.getAsJsonObject("outcome")).map(OutcomeFile::read));
      case CANCELLED -> new Cancelled(instant(json, "endedAt"));
      case FAILED ->
          new Failed(instant(json, "endedAt"), Trouble.valueOf(json.get("trouble").getAsString()));
      case INTERRUPTED -> new Interrupted(instant(json, "endedAt"), readContent(json));
    };
  }

  private static Instant instant(JsonObject json, String name) {
    return Instant.parse(json.get(name).getAsString());
  }

  private static Optional<Content> readContent(JsonObject json) {
    return Optional.ofNullable(json.getAsJsonObject("content"))
        .map(
            content ->
                new Content(
                    content.get("bytes").getAsLong(),
                    content.get("sha256").getAsString(),
                    content.get("entries").getAsLong()));
  }

  private static Progress.Snapshot readProgress(JsonObject json) {
    return new Progress.Snapshot(
        Progress.State.RUNNING,
        Progress.Phase.valueOf(json.get("phase").getAsString()),
        json.get("filesDone").getAsLong(),
        json.get("filesTotal").getAsLong(),
        json.get("bytesRead").getAsLong(),
        json.get("bytesExpected").getAsLong(),
        json.get("zipBytes").getAsLong(),
        json.get("currentItem").getAsString(),
        Duration.ofMillis(json.get("elapsedMs").getAsLong()),
        Optional.empty());
  }
}
