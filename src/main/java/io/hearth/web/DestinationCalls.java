package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Names;
import io.hearth.application.audit.Deed;
import io.hearth.egress.Destination;
import io.hearth.egress.Destinations;
import io.hearth.egress.Destinations.Standing;
import io.hearth.egress.Purpose;
import io.hearth.egress.Target;
import io.hearth.egress.Traffic;
import io.hearth.egress.UnfitAddress;
import io.hearth.web.Problem.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls for where the app may send to. */
final class DestinationCalls {

  private static final int HOST = 300;

  private final Destinations destinations;
  private final Audit audit;

  DestinationCalls(Destinations destinations, Audit audit) {
    this.destinations = destinations;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.secure(Route.Method.GET, "/destinations", this::list),
        Route.secure(Route.Method.PUT, "/destinations/{purpose}", this::confirm),
        Route.secure(Route.Method.DELETE, "/destinations/{purpose}", this::remove));
  }

  /** Without secrets; an address becomes a destination only when a person confirms it. */
  static SettingsSection section(Destinations destinations) {
    return new SettingsSection.ByHand(
        "destinations",
        Stream.of(Purpose.values()).map(Destinations::key).toList(),
        () -> addresses(destinations),
        DestinationCalls::check);
  }

  private static JsonObject addresses(Destinations destinations) {
    JsonObject json = new JsonObject();
    for (Standing one : destinations.all()) {
      one.destination()
          .ifPresent(to -> json.addProperty(one.purpose().id(), to.target().toString()));
    }
    return json;
  }

  private static void check(Fields fields) {
    fields.refuseAllBut(Stream.of(Purpose.values()).map(Purpose::id).collect(Collectors.toSet()));
    for (Purpose purpose : Purpose.values()) {
      if (fields.has(purpose.id())) {
        fields
            .text(purpose.id(), 1, Target.LONGEST_ADDRESS)
            .ifPresent(address -> checkAddress(purpose, address, fields));
      }
    }
  }

  private static void checkAddress(Purpose purpose, String address, Fields fields) {
    try {
      Target.endpoint(address, Optional.empty());
    } catch (UnfitAddress e) {
      fields.wrong(purpose.id(), "destination." + Names.of(e.why()));
    }
  }

  private void list(Call call) throws IOException {
    JsonObject json = new JsonObject();
    json.add("destinations", ErrorViews.list(destinations.all(), DestinationCalls::json));
    call.json(json);
  }

  private static Purpose purpose(Call call) throws Refusal {
    return Purpose.byId(call.parts().get("purpose"))
        .orElseThrow(() -> new Refusal(Problem.of(Kind.NOT_FOUND)));
  }

  private void confirm(Call call) throws IOException, Refusal {
    Purpose purpose = purpose(call);
    Fields fields = Fields.of(StrictJson.object(Body.json(call.request())));
    boolean tokens = purpose == Purpose.REPORT_ENDPOINT;
    fields.refuseAllBut(tokens ? Set.of("address", "host", "token") : Set.of("address", "host"));
    Optional<String> address = fields.text("address", 1, Target.LONGEST_ADDRESS);
    Optional<String> host = fields.text("host", 1, HOST);
    Optional<String> token =
        fields.has("token") ? fields.text("token", 1, Target.LONGEST_SECRET) : Optional.empty();
    Optional<Target> target = address.flatMap(typed -> target(purpose, typed, token, fields));
    if (host.isPresent() && target.filter(one -> !one.isHost(host.get())).isPresent()) {
      fields.wrong("host", "host-again", target.orElseThrow().address().getHost());
    }
    fields.throwIfWrong();
    Destination confirmed = destinations.confirm(purpose, target.orElseThrow(), call.user());
    audit.done(call.user(), Deed.DESTINATION_CONFIRMED, what(purpose, Optional.of(confirmed)));
    call.json(json(destinations.standing(purpose)));
  }

  private static Optional<Target> target(
      Purpose purpose, String typed, Optional<String> token, Fields fields) {
    try {
      return Optional.of(
          switch (purpose) {
            case ERROR_FORWARDING -> Target.dsn(typed);
            case REPORT_ENDPOINT -> Target.endpoint(typed, token);
          });
    } catch (UnfitAddress e) {
      String field = e.why() == UnfitAddress.Why.TOKEN ? "token" : "address";
      fields.wrong(field, "destination." + Names.of(e.why()));
      return Optional.empty();
    }
  }

  private void remove(Call call) throws Refusal {
    Purpose purpose = purpose(call);
    Optional<Destination> before = destinations.find(purpose);
    if (!destinations.remove(purpose)) {
      throw new Refusal(Problem.of(Kind.NOT_FOUND));
    }
    audit.done(call.user(), Deed.DESTINATION_REMOVED, what(purpose, before));
    call.done();
  }

  private static JsonObject what(Purpose purpose, Optional<Destination> destination) {
    JsonObject what = new JsonObject();
    what.addProperty("purpose", purpose.id());
    destination.ifPresent(one -> what.addProperty("address", one.target().toString()));
    return what;
  }

  private static JsonObject json(Standing standing) {
    JsonObject json = new JsonObject();
    json.addProperty("purpose", standing.purpose().id());
    standing.destination().ifPresent(one -> json.add("confirmed", json(one)));
    json.add("traffic", json(standing.traffic()));
    return json;
  }

  /** Of a secret only that there is one. */
  private static JsonObject json(Destination destination) {
    JsonObject json = new JsonObject();
    json.addProperty("address", destination.target().toString());
    json.addProperty("host", destination.target().address().getHost());
    json.addProperty("secret", destination.target().secret().isPresent());
    json.addProperty("by", destination.confirmedBy());
    json.addProperty("at", destination.confirmedAt().toString());
    return json;
  }

  private static JsonObject json(Traffic traffic) {
    JsonObject json = new JsonObject();
    json.addProperty("sent", traffic.sent());
    json.addProperty("failed", traffic.failed());
    traffic.lastSent().ifPresent(at -> json.addProperty("lastSent", at.toString()));
    traffic
        .failure()
        .ifPresent(
            failed -> {
              JsonObject last = new JsonObject();
              last.addProperty("at", failed.at().toString());
              last.addProperty("why", Names.of(failed.why()));
              last.addProperty("status", failed.status());
              json.add("lastFailure", last);
            });
    return json;
  }
}
