package io.hearth.errors.triage;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The state of a group: what an administrator decided, and what became of it.
 *
 * @param since when it came into this state
 * @param inRelease with {@code RESOLVED} and {@code REGRESSED}: the release that was to repair it
 */
public record State(
    Status status,
    Instant since,
    Optional<String> inRelease,
    Optional<Instant> until,
    Optional<Long> untilTotal) {

  public enum Status {
    OPEN,
    RESOLVED,
    IGNORED,
    REGRESSED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static State open(Instant since) {
    return new State(Status.OPEN, since, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
