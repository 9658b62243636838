package io.hearth.usage.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a feature took.
 *
 * @param people whose uses these are, at least
 * @param steps how many fell into each of {@link Durations}
 */
public record Timing(int people, List<Long> steps) {

  public static final Timing NONE = new Timing(0, Collections.nCopies(Durations.STEPS, 0L));

  public Timing {
    steps = List.copyOf(steps);
  }

  public Timing plus(Timing other) {
    List<Long> sum = new ArrayList<>();
    for (int n = 0; n < Durations.STEPS; n++) {
      sum.add(steps.get(n) + other.steps.get(n));
    }
    return new Timing(Math.max(people, other.people), sum);
  }

  public long events() {
    return steps.stream().mapToLong(Long::longValue).sum();
  }
}
