package io.hearth.egress;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: twice as long after each failure, with a part left to
 * chance, so that the nodes of a cluster do not come back at the same moment.
 */
public final class Backoff {

  private static final int DOUBLINGS = 20;

  private final Duration first;
  private final Duration longest;
  private int failures;

  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  public Duration failed() {
    long full = first.toMillis() << Math.min(failures, DOUBLINGS);
    failures++;
    long bounded = Math.min(longest.toMillis(), full);
    return Duration.ofMillis(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
  }

  public void worked() {
    failures = 0;
  }
}
