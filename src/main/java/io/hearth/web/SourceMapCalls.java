package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.errors.maps.NotASourceMap;
import io.hearth.errors.maps.SourceMaps;
import io.hearth.errors.maps.SourceMaps.Given;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calls for source maps. They are read by the administrator's browser, not here. */
final class SourceMapCalls {

  private static final int KEY = 200;
  private static final int FILE = 300;
  private static final int FRAME_FILE = 500;
  private static final int RELEASE = 80;

  private final SourceMaps maps;
  private final Audit audit;

  SourceMapCalls(SourceMaps maps, Audit audit) {
    this.maps = maps;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/source-maps", this::list),
        Route.secure(Route.Method.POST, "/source-maps", this::add),
        Route.secure(Route.Method.GET, "/source-maps/content", this::content),
        Route.secure(Route.Method.DELETE, "/source-maps/{id}", this::delete));
  }

  private void list(Call call) throws IOException {
    List<Given> all = maps.all();
    JsonObject json = new JsonObject();
    json.add("maps", ErrorViews.list(all, SourceMapCalls::json));
    json.addProperty("bytes", all.stream().mapToLong(Given::bytes).sum());
    json.addProperty("maxBytes", SourceMaps.MOST_BYTES);
    call.json(json);
  }

  private void add(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "app", "file", "release");
    String app = asked.required("app", KEY);
    String file = asked.required("file", FILE);
    String release = asked.optional("release", RELEASE).orElse("");
    asked.throwIfWrong();
    String type = Optional.ofNullable(call.request().getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Refusal(Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE));
    }
    try (InputStream body = call.request().getInputStream()) {
      Given given = maps.add(app, file, release, body);
      audit.done(call.user(), Deed.SOURCE_MAP_ADDED, "app", app);
      call.created(json(given));
    } catch (NotASourceMap e) {
      throw new Refusal(
          e.why() == NotASourceMap.Why.TOO_LARGE
              ? Problem.tooLarge(SourceMaps.MOST_BYTES_OF_ONE)
              : Problem.malformed("map." + Names.of(e.why())));
    }
  }

  private void content(Call call) throws IOException, Refusal {
    ErrorQuery asked = ErrorQuery.of(call, "app", "file", "release");
    String app = asked.required("app", KEY);
    String file = asked.required("file", FRAME_FILE);
    String release = asked.optional("release", RELEASE).orElse("");
    asked.throwIfWrong();
    Optional<InputStream> map = maps.content(app, file, release);
    if (map.isEmpty()) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    try (InputStream in = map.get()) {
      Answers.common(call.response());
      call.response().setContentType("application/json");
      if (!call.request().getMethod().equals("HEAD")) {
        in.transferTo(call.response().getOutputStream());
      }
    }
  }

  private void delete(Call call) throws Refusal {
    String id = call.parts().get("id");
    if (!maps.delete(id)) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    audit.done(call.user(), Deed.SOURCE_MAP_DELETED, "id", id);
    call.done();
  }

  private static JsonObject json(Given map) {
    JsonObject json = new JsonObject();
    json.addProperty("id", map.id());
    json.addProperty("app", map.app());
    json.addProperty("file", map.file());
    json.addProperty("release", map.release());
    json.addProperty("bytes", map.bytes());
    json.addProperty("addedAt", map.addedAt().toString());
    return json;
  }
}
