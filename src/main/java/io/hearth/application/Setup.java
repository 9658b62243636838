package io.hearth.application;

import io.hearth.collectors.Collector;
import io.hearth.collectors.Scope;
import io.hearth.host.Host;
import java.time.Clock;
import java.util.List;

/** What stays the same for every collection of an instance. */
record Setup(
    Host host,
    List<Collector> collectors,
    RedactionEngine engine,
    Workplace workplace,
    Clock clock,
    Journal journal,
    String version) {

  Setup {
    collectors = List.copyOf(collectors);
  }

  Setup redactedBy(RedactionEngine other) {
    return new Setup(host, collectors, other, workplace, clock, journal, version);
  }

  Setup at(Host other) {
    return new Setup(other, collectors, engine, workplace, clock, journal, version);
  }

  Scope scope(Choice choice) {
    Limits limits = choice.limits();
    return new Scope(
        host,
        clock,
        limits.since().map(clock.instant()::minus),
        Math.min(limits.maxBytesPerItem(), limits.maxBytes()),
        choice.options(),
        workplace.live(),
        limits.window());
  }
}
