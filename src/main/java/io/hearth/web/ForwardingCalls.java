package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.errors.forward.Counts;
import io.hearth.errors.forward.Dropped;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** What became of the errors that are forwarded. */
final class ForwardingCalls {

  private final Supplier<Counts> counts;

  ForwardingCalls(Supplier<Counts> counts) {
    this.counts = counts;
  }

  List<Route> routes() {
    return List.of(Route.secure(Route.Method.GET, "/errors/forwarding", this::show));
  }

  private void show(Call call) throws IOException {
    Counts now = counts.get();
    JsonObject json = new JsonObject();
    json.addProperty("waiting", now.waiting());
    json.addProperty("forwarded", now.forwarded());
    json.addProperty("pausedSeconds", now.pausedSeconds());
    JsonArray dropped = new JsonArray();
    for (Dropped why : Dropped.values()) {
      long count = now.dropped().getOrDefault(why, 0L);
      if (count > 0) {
        JsonObject one = new JsonObject();
        one.addProperty("why", Names.of(why));
        one.addProperty("count", count);
        dropped.add(one);
      }
    }
    json.add("dropped", dropped);
    call.json(json);
  }
}
