package io.hearth.collectors;

import java.time.Instant;
import java.util.Optional;

/**
 * The time whose log lines are wanted.
 *
 * @param from of the first line; empty for as far back as there are lines
 * @param to before which the last line was written; empty for up to now
 */
public record TimeWindow(Optional<Instant> from, Optional<Instant> to) {

  /** Whether a line can be of this time, as far as its own words tell. */
  boolean holds(LineTime line) {
    return fromMillis() <= line.latest() && line.earliest() < toMillis();
  }

  long fromMillis() {
    return from.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
  }

  long toMillis() {
    return to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
  }
}
