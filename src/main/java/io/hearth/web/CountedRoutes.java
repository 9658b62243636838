package io.hearth.web;

import io.hearth.usage.declare.Declarations;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Use;
import io.hearth.web.Route.Method;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The calls of ours that are features, as {@code hearth-features.json} describes them. */
record CountedRoutes(Supplier<Counter> counter, Incidents incidents) {

  static final Map<String, String> FEATURES =
      Map.ofEntries(
          of(Method.POST, "/support-zip", "zip-made"),
          of(Method.POST, "/redaction/preview", "file-previewed"),
          of(Method.POST, "/redaction/test", "text-tried"),
          of(Method.PUT, "/redaction/settings", "redaction-changed"),
          of(Method.GET, "/redaction/lookup", "pseudonym-looked-up"),
          of(Method.POST, "/error-groups/state", "errors-decided"),
          of(Method.POST, "/error-groups/merge", "errors-merged"),
          of(Method.GET, "/error-groups/{id}/handover", "error-handed-over"),
          of(Method.GET, "/errors/export", "errors-exported"),
          of(Method.POST, "/source-maps", "source-map-added"),
          of(Method.GET, "/usage/export", "usage-exported"));

  private static Map.Entry<String, String> of(Method method, String path, String feature) {
    return Map.entry(method + " " + path, feature);
  }

  List<Route> of(List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                Optional.ofNullable(FEATURES.get(route.method() + " " + route.path()))
                    .map(feature -> counted(route, feature))
                    .orElse(route))
        .toList();
  }

  private Route counted(Route route, String feature) {
    return new Route(
        route.method(),
        route.path(),
        route.access(),
        call -> {
          long began = System.nanoTime();
          Outcome outcome = Outcome.FAILED;
          try {
            route.handler().handle(call);
            outcome = Outcome.OK;
          } catch (Refusal refusal) {
            outcome = Outcome.REFUSED;
            throw refusal;
          } finally {
            count(call, feature, outcome, (System.nanoTime() - began) / 1_000_000);
          }
        });
  }

  private void count(Call call, String feature, Outcome outcome, long milliseconds) {
    if (UsageIngest.wantsNoCounting(call.request())) {
      return;
    }
    Use use = new Use(Declarations.OWN_APP, feature, outcome, OptionalLong.of(milliseconds));
    try {
      counter.get().count(call.user().key(), List.of(use));
    } catch (IOException | RuntimeException e) {
      incidents.part("counting a call", e);
    }
  }
}
