package io.hearth.usage.store;

/**
 * The one histogram of all durations: step {@code n} holds what took at most 16 · 2ⁿ ms and more
 * than the step before, the last one all that took longer. A finer time would tell who was fast.
 */
public final class Durations {

  public static final int STEPS = 14;

  private static final long FIRST_MS = 16;

  private Durations() {}

  public static int step(long milliseconds) {
    int step = 0;
    while (step < STEPS - 1 && milliseconds > bound(step)) {
      step++;
    }
    return step;
  }

  /**
   * The longest of a step, in milliseconds; the last one has none, and twice that of the one
   * before.
   */
  public static long bound(int step) {
    return FIRST_MS << step;
  }
}
