package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.NodeShare;
import io.hearth.application.Texts;
import java.util.List;

/** What became of each node of a ZIP that several make; {@code NodeShare} in the OpenAPI file. */
record NodeSharesView(Texts texts) {

  JsonArray of(List<NodeShare> shares) {
    JsonArray array = new JsonArray();
    for (NodeShare share : shares) {
      array.add(of(share));
    }
    return array;
  }

  private JsonObject of(NodeShare share) {
    JsonObject json = new JsonObject();
    json.addProperty("node", share.node());
    json.addProperty("state", Names.of(share.state()));
    if (share.absence().isPresent()) {
      String why = Names.of(share.absence().get());
      json.addProperty("absence", why);
      json.addProperty("text", texts.text("zip.absence." + why));
    }
    share.clockAhead().ifPresent(by -> json.addProperty("clockAheadMs", by.toMillis()));
    json.addProperty("filesDone", share.filesDone());
    json.addProperty("filesTotal", share.filesTotal());
    json.addProperty("bytesRead", share.bytesRead());
    json.addProperty("bytesExpected", share.bytesExpected());
    return json;
  }
}
