package io.hearth.web;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.SupportZips;
import io.hearth.application.Workplace;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.Previews;
import io.hearth.application.redaction.SupportCases;
import io.hearth.collectors.Collectors;
import io.hearth.host.Host;
import io.hearth.host.sal.SalPageResources;
import io.hearth.host.sal.SalRequestGuard;
import io.hearth.redaction.PseudonymKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts the app together inside a product; the one place that knows all parts. */
public final class HearthApp implements AutoCloseable {

  private final SupportZips zips;
  private final Api api;
  private final AdminPage adminPage;
  private final Hourly hourly;

  public HearthApp(Host host, SalRequestGuard product, SalPageResources resources) {
    Clock clock = Clock.systemUTC();
    Incidents incidents = new Incidents();
    Gate gate = new Gate(host, RequestGuard.over(product), new Origins(host::baseUrl));
    ChosenRedactions chosen = new ChosenRedactions(host);
    this.zips =
        new SupportZips(
            host,
            Collectors.all(),
            () -> new BuiltInRedaction(chosen.read().settings(), PseudonymKey::random).begin(),
            Workplace.inProduct(),
            clock,
            incidents::part);
    List<Route> routes = new ArrayList<>(routes(new SupportZipCalls(zips, host, clock, incidents)));
    SupportCases cases = new SupportCases(host.layout(), clock);
    LookupTables tables = new LookupTables(host.layout(), cases, clock);
    Audit audit = new Audit();
    routes.addAll(new RedactionCalls(chosen, audit).routes());
    routes.addAll(new PreviewCalls(new Previews(zips, clock), chosen).routes());
    routes.addAll(new CaseCalls(cases, tables, audit).routes());
    this.hourly = new Hourly("deleting old look-up tables", tables::deleteOld, incidents);
    this.api = new Api(gate, incidents, routes);
    this.adminPage = new AdminPage(gate, resources::tags);
  }

  static List<Route> routes(SupportZipCalls zips) {
    return List.of(
        Route.administrator(Route.Method.GET, "/openapi.json", new OpenApi()::serve),
        Route.secure(Route.Method.GET, "/support-zip/items", zips::items),
        Route.secure(Route.Method.POST, "/support-zip", zips::create),
        Route.secure(Route.Method.GET, "/support-zip/progress/{id}", zips::progress),
        Route.secure(Route.Method.POST, "/support-zip/progress/{id}/cancel", zips::cancel));
  }

  Api api() {
    return api;
  }

  AdminPage adminPage() {
    return adminPage;
  }

  /** Stops what is running, as when the product disables or upgrades the app. */
  @Override
  public void close() {
    hourly.close();
    zips.close();
  }
}
