package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.audit.Deed;
import io.hearth.egress.Destinations;
import io.hearth.egress.Destinations.Standing;
import io.hearth.egress.Doors;
import io.hearth.host.sal.SalHost;
import java.io.IOException;
import java.util.List;

/** The call by which an administrator proves that nothing leaves the server. */
final class EgressCalls {

  /** The one package that may open a connection. */
  private static final String DOOR = "io.hearth.egress.";

  private static final List<Class<?>> ROOTS =
      List.of(
          HearthApp.class,
          ApiServlet.class,
          IngestServlet.class,
          AdminPageServlet.class,
          SalHost.class);

  private final Destinations destinations;
  private final Audit audit;

  EgressCalls(Destinations destinations, Audit audit) {
    this.destinations = destinations;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(Route.secure(Route.Method.POST, "/privacy/egress", this::check));
  }

  private void check(Call call) throws IOException {
    Doors.Found found = Doors.behind(ROOTS);
    List<Doors.Door> strange =
        found.doors().stream().filter(door -> !door.type().startsWith(DOOR)).toList();
    JsonObject json = new JsonObject();
    json.addProperty("classes", found.classes());
    json.add(
        "doors",
        ErrorViews.list(
            found.doors().stream().map(Doors.Door::type).distinct().toList(),
            com.google.gson.JsonPrimitive::new));
    json.add("strange", ErrorViews.list(strange, EgressCalls::json));
    json.add("destinations", ErrorViews.list(destinations.all(), EgressCalls::json));
    audit.done(call.user(), Deed.EGRESS_CHECKED, "strange", String.valueOf(strange.size()));
    call.json(json);
  }

  private static JsonObject json(Doors.Door door) {
    JsonObject json = new JsonObject();
    json.addProperty("type", door.type());
    json.addProperty("opens", door.opens());
    return json;
  }

  private static JsonObject json(Standing standing) {
    JsonObject json = new JsonObject();
    json.addProperty("purpose", standing.purpose().id());
    standing.destination().ifPresent(one -> json.addProperty("address", one.target().toString()));
    json.addProperty("sent", standing.traffic().sent());
    json.addProperty("failed", standing.traffic().failed());
    return json;
  }
}
