package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contract of the API as the JAR carries it, with this instance as its server. */
final class OpenApi {

  private static final String FILE = "/openapi/hearth-v1.json";

  List<Route> routes() {
    return List.of(Route.administrator(Route.Method.GET, "/openapi.json", this::serve));
  }

  private void serve(Call call) throws IOException {
    JsonObject server = new JsonObject();
    server.addProperty("url", call.request().getContextPath() + ApiServlet.BASE);
    JsonArray servers = new JsonArray();
    servers.add(server);
    JsonObject description = read();
    description.add("servers", servers);
    call.json(description);
  }

  private static JsonObject read() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream(FILE)) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }
}
