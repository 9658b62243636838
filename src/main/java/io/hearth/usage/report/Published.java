package io.hearth.usage.report;

import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Timing;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One feature on one day, as anybody may see it. There is no other number: sums are of these.
 *
 * @param people at least so many; empty when that is not to be told
 * @param outcomes empty when one of them is of too few
 * @param timing for percentiles only; is not to be shown as it is
 */
public record Published(
    LocalDate date,
    String app,
    String feature,
    long events,
    OptionalInt people,
    Map<Outcome, Long> outcomes,
    Optional<Timing> timing) {

  public Published {
    outcomes = outcomes.isEmpty() ? Map.of() : new EnumMap<>(outcomes);
  }
}
