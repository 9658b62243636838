package io.hearth.collectors;

import io.hearth.host.Host;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signs of the product's health that are cheap enough to look at each minute, as the health
 * checks measure them.
 *
 * @param heapShare of the heap that is in use after a collection; empty where nobody tells
 * @param logErrorsPerMinute in the product's main log; empty where it cannot be read
 */
public record Vitals(
    boolean deadlock, Optional<Double> heapShare, Optional<Double> logErrorsPerMinute) {

  public static Vitals of(Host host, Clock clock) {
    Scope scope = new Scope(host, clock, Optional.empty(), Long.MAX_VALUE, Map.of(), true);
    boolean deadlock =
        look(new DeadlockCheck(), scope).stream()
            .anyMatch(found -> found.status() == Verdict.Status.PROBLEM);
    return new Vitals(
        deadlock,
        number(new HeapCheck(), scope, "keptShare"),
        number(new LogErrorCheck(), scope, "perMinute"));
  }

  private static Optional<Double> number(HealthCheck check, Scope scope, String name) {
    return look(check, scope).stream()
        .map(found -> ((Number) found.measured().asMap().get(name)).doubleValue())
        .findFirst();
  }

  /** What cannot be looked at, as a log that is just being rotated, is no sign of anything. */
  private static List<Verdict> look(HealthCheck check, Scope scope) {
    try {
      return check.look(scope);
    } catch (IOException notNow) {
      return List.of();
    }
  }
}
