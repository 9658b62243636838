package io.hearth.usage.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One feature on one day.
 *
 * @param outcomes how it ended; may tell less than {@code all} does, and then says nothing
 */
public record Cell(Count all, Map<Outcome, Count> outcomes, Optional<Timing> timing) {

  /** What fewer did in a day is forgotten when the day is over. */
  static final int FEWEST_KEPT = 5;

  public Cell {
    outcomes = outcomes.isEmpty() ? Map.of() : new EnumMap<>(outcomes);
  }

  Cell plus(Cell other) {
    Map<Outcome, Count> sum = new EnumMap<>(Outcome.class);
    sum.putAll(outcomes);
    other.outcomes.forEach((outcome, count) -> sum.merge(outcome, count, Count::plus));
    Optional<Timing> both =
        timing.isPresent() && other.timing.isPresent()
            ? Optional.of(timing.get().plus(other.timing.get()))
            : timing.or(() -> other.timing);
    return new Cell(all.plus(other.all), sum, both);
  }

  /** Whether every use has its outcome. */
  public boolean tellsOutcomes() {
    return outcomes.values().stream().mapToLong(Count::events).sum() == all.events();
  }

  /**
   * What may stay after the day: empty when too few did it. An outcome or time of too few would
   * tell, with the rest, of those few: then none is kept.
   */
  Optional<Cell> closed() {
    if (all.people() < FEWEST_KEPT) {
      return Optional.empty();
    }
    boolean each =
        tellsOutcomes()
            && outcomes.values().stream().allMatch(count -> count.people() >= FEWEST_KEPT);
    return Optional.of(
        new Cell(
            all, each ? outcomes : Map.of(), timing.filter(one -> one.people() >= FEWEST_KEPT)));
  }
}
