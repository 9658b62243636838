package io.hearth.web;

import io.hearth.application.audit.AuditTrail;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.host.HostUser;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.reports.Courier;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A product with the app's calls for problem reports inside. */
final class ReportInstance extends TestProduct {

  static final String FORM = "/ingest/report";

  private static final Courier.Pace PACE =
      new Courier.Pace(Duration.ofMillis(20), Duration.ofMillis(100));

  final MovedClock time = new MovedClock();
  final Set<String> otherNodes = new HashSet<>();
  final Destinations destinations;
  final Outgoing outgoing;
  final ErrorsPart errors;
  final ReportsPart reports;
  private final ReportIngest ingest;
  private final Api api;

  ReportInstance(Path home) {
    super(home);
    user = Optional.of(new HostUser("key-ada", "ada", "Ada", Optional.of("ada@example.com")));
    Incidents incidents = new Incidents();
    Audit audit = new Audit(new AuditTrail(this, time), incidents);
    destinations = new Destinations(settings(), time);
    outgoing = new Outgoing(destinations);
    errors = new ErrorsPart(this, time, incidents, destinations, outgoing);
    reports =
        new ReportsPart(this, time, destinations, outgoing, PACE, otherNodes::contains, incidents);
    ingest = reports.ingest(gate(), incidents);
    List<Route> routes = new ArrayList<>(errors.routes(audit));
    routes.addAll(reports.routes(errors::board, errors::appName, audit));
    api = new Api(gate(), incidents, routes);
  }

  private Gate gate() {
    RequestGuard guard =
        (RequestGuard)
            Proxy.newProxyInstance(
                RequestGuard.class.getClassLoader(),
                new Class<?>[] {RequestGuard.class},
                (proxy, method, args) ->
                    method.getName().equals("hasSecureSession") && secureSession);
    return new Gate(this, guard, new Origins(this::baseUrl));
  }

  Exchange send(Exchange exchange) throws IOException {
    return exchange.through(api);
  }

  Exchange get(String path) throws IOException {
    return send(Exchange.get(path));
  }

  Exchange put(String path, String json) throws IOException {
    return send(RedactionInstance.changing("PUT", path).body("application/json", json));
  }

  /** As a page of any user calls. */
  Exchange asked(Exchange exchange) throws IOException {
    ingest.handle(exchange.request(), exchange.response());
    return exchange;
  }

  Exchange report(String json) throws IOException {
    return asked(Exchange.post(FORM, json));
  }
}
