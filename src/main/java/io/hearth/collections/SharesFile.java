package io.hearth.collections;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of each node, as it lies in {@code job.json}. */
final class SharesFile {

  private SharesFile() {}

  static JsonArray write(List<NodeShare> shares) {
    JsonArray array = new JsonArray();
    for (NodeShare share : shares) {
      JsonObject json = new JsonObject();
      json.addProperty("node", share.node());
      json.addProperty("state", share.state().name());
      share.absence().ifPresent(why -> json.addProperty("absence", why.name()));
      share.clockAhead().ifPresent(by -> json.addProperty("clockAheadMs", by.toMillis()));
      json.addProperty("filesDone", share.filesDone());
      json.addProperty("filesTotal", share.filesTotal());
      json.addProperty("bytesRead", share.bytesRead());
      json.addProperty("bytesExpected", share.bytesExpected());
      array.add(json);
    }
    return array;
  }

  /** Throws what Gson and enums throw for anything that {@link #write} did not write. */
  static List<NodeShare> read(JsonArray array) {
    List<NodeShare> shares = new ArrayList<>();
    for (JsonElement one : array) {
      JsonObject json = one.getAsJsonObject();
      shares.add(
          new NodeShare(
              json.get("node").getAsString(),
              State.valueOf(json.get("state").getAsString()),
              Optional.ofNullable(json.get("absence"))
                  .map(why -> Absence.valueOf(why.getAsString())),
              Optional.ofNullable(json.get("clockAheadMs"))
                  .map(by -> Duration.ofMillis(by.getAsLong())),
              json.get("filesDone").getAsLong(),
              json.get("filesTotal").getAsLong(),
              json.get("bytesRead").getAsLong(),
              json.get("bytesExpected").getAsLong()));
    }
    return shares;
  }
}
