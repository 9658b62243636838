package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.Texts;
import io.hearth.collections.Stage;
import io.hearth.collections.StoredZip;
import io.hearth.collections.StoredZips.Store;
import java.util.List;

/** Stored Support ZIPs as JSON; {@code StoredZip} in the OpenAPI file. */
record StoredZipView(Texts texts) {

  JsonObject list(List<StoredZip> zips, Store store) {
    JsonArray array = new JsonArray();
    zips.forEach(zip -> array.add(brief(zip)));
    JsonObject json = new JsonObject();
    json.add("zips", array);
    json.add("store", of(store));
    return json;
  }

  private static JsonObject of(Store store) {
    JsonObject json = new JsonObject();
    json.addProperty("zips", store.zips());
    json.addProperty("mostZips", store.mostZips());
    json.addProperty("bytes", store.bytes());
    json.addProperty("mostBytes", store.mostBytes());
    json.addProperty("freeBytes", store.disk().usable());
    json.addProperty("keptFreeBytes", store.disk().floor());
    return json;
  }

  /** With what the finished collection gave. */
  JsonObject of(StoredZip zip) {
    JsonObject json = brief(zip);
    if (zip.stage() instanceof Stage.Done done && done.outcome().isPresent()) {
      json.add("outcome", new ProgressView(texts).outcome(done.outcome().get()));
    }
    return json;
  }

  JsonObject brief(StoredZip zip) {
    JsonObject json = new JsonObject();
    json.addProperty("id", zip.id());
    json.addProperty("fileName", zip.fileName());
    json.addProperty("node", zip.node());
    json.addProperty("startedBy", zip.startedBy());
    json.add("items", Audit.array(zip.items()));
    zip.of().ifPresent(of -> json.addProperty("of", of));
    zip.cause().ifPresent(cause -> json.addProperty("cause", Names.of(cause)));
    if (!zip.nodes().isEmpty()) {
      json.add("nodes", new NodeSharesView(texts).of(zip.nodes()));
    }
    json.addProperty("createdAt", zip.createdAt().toString());
    json.addProperty("state", Names.of(zip.state()));
    json.addProperty("kept", zip.kept());
    zip.stage().ended().ifPresent(at -> json.addProperty("endedAt", at.toString()));
    zip.expiresAt().ifPresent(at -> json.addProperty("expiresAt", at.toString()));
    zip.stage().content().ifPresent(content -> add(content, json));
    if (zip.stage() instanceof Stage.Running running) {
      json.add("progress", new ProgressView(texts).of(running.progress()));
    } else if (zip.stage() instanceof Stage.Failed failed) {
      String trouble = Names.of(failed.trouble());
      json.addProperty("trouble", trouble);
      json.addProperty("text", texts.text("zip.trouble." + trouble));
    }
    return json;
  }

  private static void add(Stage.Content content, JsonObject json) {
    json.addProperty("bytes", content.bytes());
    json.addProperty("sha256", content.sha256());
    json.addProperty("entries", content.entries());
  }
}
