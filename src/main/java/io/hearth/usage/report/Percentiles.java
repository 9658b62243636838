package io.hearth.usage.report;

import io.hearth.usage.store.Durations;
import io.hearth.usage.store.Timing;
import java.util.OptionalLong;

/** How long a share of the uses took at most, as the bound of a step of {@link Durations}. */
public final class Percentiles {

  private Percentiles() {}

  /**
   * @param percent of all uses
   * @param threshold so many uses at least must have taken longer, and so many not
   * @return milliseconds; empty when it would tell of too few
   */
  public static OptionalLong of(Timing timing, int percent, int threshold) {
    long all = timing.events();
    long within = (all * percent + 99) / 100;
    if (within < threshold || all - within < threshold) {
      return OptionalLong.empty();
    }
    long sum = 0;
    int step = 0;
    while (step < Durations.STEPS - 1 && sum + timing.steps().get(step) < within) {
      sum += timing.steps().get(step);
      step++;
    }
    return OptionalLong.of(Durations.bound(step));
  }
}
