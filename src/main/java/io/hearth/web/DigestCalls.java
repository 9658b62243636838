package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is worth a look, of all parts. When somebody last looked is kept by their browser and told
 * with the call: the server notes nothing about it.
 */
final class DigestCalls {

  private final List<DigestSource> sources;
  private final Incidents incidents;
  private final Clock clock;

  DigestCalls(List<DigestSource> sources, Incidents incidents, Clock clock) {
    this.sources = List.copyOf(sources);
    this.incidents = incidents;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(Route.secure(Route.Method.GET, "/digest", this::show));
  }

  private void show(Call call) throws IOException, Refusal {
    String[] pages = sources.stream().map(DigestSource::page).toArray(String[]::new);
    ErrorQuery asked = ErrorQuery.of(call, pages);
    Map<String, Instant> looked = new HashMap<>();
    for (String page : pages) {
      looked.put(page, asked.time(page).orElse(Instant.EPOCH));
    }
    asked.throwIfWrong();
    JsonArray lines = new JsonArray();
    for (DigestSource source : sources) {
      lines(source, looked.get(source.page()))
          .forEach(line -> lines.add(json(source.page(), line)));
    }
    JsonObject json = new JsonObject();
    json.addProperty("now", clock.instant().toString());
    json.add("lines", lines);
    call.json(json);
  }

  /** One part that fails keeps no other from telling. */
  private List<DigestLine> lines(DigestSource source, Instant looked) {
    try {
      return source.lines(looked);
    } catch (RuntimeException e) {
      incidents.part("telling what is worth a look on " + source.page(), e);
      return List.of();
    }
  }

  private static JsonObject json(String page, DigestLine line) {
    JsonObject json = new JsonObject();
    json.addProperty("page", page);
    json.addProperty("id", line.id());
    json.addProperty("level", Names.of(line.level()));
    json.addProperty("count", line.count());
    json.addProperty("fresh", line.fresh());
    json.addProperty("name", line.name());
    line.place().ifPresent(place -> json.addProperty("place", place));
    return json;
  }
}
