package io.hearth.application;

import java.time.Duration;

/**
 * Where the work is done and how much of the machine it may use.
 *
 * @param live in the product, beside the people who use it; offline the machine is ours
 * @param threads at work at the same time, at least one
 * @param priority of these threads
 * @param longestLearning after which the learning pass is broken off
 */
public record Workplace(boolean live, int threads, int priority, Duration longestLearning) {

  /** At most half of the cores, at the lowest priority, and no wait that a proxy would cut off. */
  public static Workplace inProduct() {
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Workplace(true, half, Thread.MIN_PRIORITY, Duration.ofMinutes(2));
  }

  public static Workplace offline() {
    int all = Runtime.getRuntime().availableProcessors();
    return new Workplace(false, all, Thread.NORM_PRIORITY, Duration.ofHours(1));
  }

  /**
   * Of the threads, those that read and redact ahead of the one that writes; they cost about as
   * much as compression does. Offline the system shares the cores out among more threads than there
   * are; in the product there are never more than the cores that are ours, so a single one reads,
   * redacts and writes in turn.
   */
  int readers() {
    return live ? threads / 2 : threads;
  }

  /** Those that compress. */
  int packers() {
    return live ? threads - readers() : threads;
  }
}
