package io.hearth.errors.triage;

import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.StoredGroup;
import io.hearth.errors.triage.State.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells the state of a group from the last decision about it and what came after. */
final class States {

  private States() {}

  static State of(StoredGroup group, Optional<StateDecision> decided, Instant now) {
    if (decided.isEmpty()) {
      return State.open(group.firstSeen());
    }
    StateDecision last = decided.get();
    return switch (last.status()) {
      case OPEN -> State.open(last.since());
      case RESOLVED -> resolved(group, last);
      case IGNORED -> ignored(group, last, now);
    };
  }

  private static State resolved(StoredGroup group, StateDecision last) {
    Optional<Instant> back =
        last.inRelease().isPresent()
            ? backIn(group, last.inRelease().get(), last.since())
            : Optional.of(group.lastSeen()).filter(seen -> seen.isAfter(last.since()));
    return new State(
        back.isPresent() ? Status.REGRESSED : Status.RESOLVED,
        back.orElse(last.since()),
        last.inRelease(),
        Optional.empty(),
        Optional.empty());
  }

  /** Older releases may go on failing: they lack the repair. */
  private static Optional<Instant> backIn(StoredGroup group, String repaired, Instant since) {
    return group.appReleasesLastSeen().entrySet().stream()
        .filter(seen -> seen.getValue().isAfter(since))
        .filter(seen -> Versions.compare(seen.getKey(), repaired) >= 0)
        .map(Map.Entry::getValue)
        .max(Instant::compareTo);
  }

  private static State ignored(StoredGroup group, StateDecision last, Instant now) {
    boolean over =
        last.until().filter(until -> !now.isBefore(until)).isPresent()
            || last.untilTotal().filter(total -> group.total() >= total).isPresent();
    return over
        ? State.open(last.until().orElse(group.lastSeen()))
        : new State(
            Status.IGNORED, last.since(), Optional.empty(), last.until(), last.untilTotal());
  }
}
