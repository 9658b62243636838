package io.hearth.insight;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How long requests took, in steps that grow with the duration: exact below {@link #EXACT}, then to
 * within two in a hundred.
 */
final class Durations {

  private static final int EXACT = 128;
  private static final int PER_DOUBLING = 64;
  private static final int BITS = 42;

  private final long[] counts = new long[EXACT + (BITS - 7) * PER_DOUBLING];
  private long all;
  private long longest;

  void add(long millis) {
    counts[step(millis)]++;
    all++;
    longest = Math.max(longest, millis);
  }

  void addAll(Durations other) {
    for (int step = 0; step < counts.length; step++) {
      counts[step] += other.counts[step];
    }
    all += other.all;
    longest = Math.max(longest, other.longest);
  }

  /**
   * @param steps each with its count
   */
  record Data(long longest, long[] steps) {}

  Data data() {
    long[] steps =
        IntStream.range(0, counts.length)
            .filter(step -> counts[step] > 0)
            .boxed()
            .flatMapToLong(step -> LongStream.of(step, counts[step]))
            .toArray();
    return new Data(longest, steps);
  }

  void add(Data data, Claims claims) {
    long[] steps = claims.numbers(data.steps(), counts.length * 2);
    Claims.require(steps.length % 2 == 0);
    for (int at = 0; at < steps.length; at += 2) {
      Claims.require(steps[at] >= 0 && steps[at] < counts.length);
      counts[(int) steps[at]] += claims.count(steps[at + 1]);
      all += steps[at + 1];
    }
    longest = claims.count(data.longest());
  }

  long longest() {
    return longest;
  }

  /** The duration within which such a part of all lie. */
  long within(double part) {
    long wanted = (long) Math.ceil(all * part);
    long passed = 0;
    for (int step = 0; step < counts.length; step++) {
      passed += counts[step];
      if (passed >= wanted && passed > 0) {
        return Math.min(longest, millis(step));
      }
    }
    return longest;
  }

  private static int step(long millis) {
    if (millis < EXACT) {
      return (int) millis;
    }
    int doublings = 63 - Long.numberOfLeadingZeros(millis) - 7;
    int within = (int) (millis >> (doublings + 1)) - PER_DOUBLING;
    return EXACT + doublings * PER_DOUBLING + within;
  }

  /** The shortest duration of a step. */
  private static long millis(int step) {
    if (step < EXACT) {
      return step;
    }
    int doublings = (step - EXACT) / PER_DOUBLING;
    int within = (step - EXACT) % PER_DOUBLING;
    return (long) (PER_DOUBLING + within) << (doublings + 1);
  }
}
