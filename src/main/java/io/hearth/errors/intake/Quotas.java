package io.hearth.errors.intake;

import io.hearth.errors.base.LastUsed;
import java.util.Map;

/**
 * How many events are taken: of one session, and in all. Token buckets; those of sessions that were
 * not heard of for the longest time are forgotten first, so that memory is bounded whoever calls.
 */
final class Quotas {

  /** A page that fails in a loop sends some; the tracker holds itself back before. */
  private static final Rate SESSION = new Rate(100, 1);

  /** What a node takes in at most, whatever comes. */
  private static final Rate ALL = new Rate(20_000, 20_000);

  private static final int SESSIONS = 10_000;

  private record Rate(double burst, double perSecond) {}

  private static final class Bucket {
    private double tokens;
    private long filledAt;

    Bucket(double tokens, long now) {
      this.tokens = tokens;
      this.filledAt = now;
    }

    boolean take(Rate rate, long now) {
      double seconds = Math.max(0, now - filledAt) / 1e9;
      tokens = Math.min(rate.burst(), tokens + seconds * rate.perSecond());
      filledAt = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  private final Map<Long, Bucket> sessions = new LastUsed<>(SESSIONS);

  private final Bucket all = new Bucket(ALL.burst(), System.nanoTime());

  /**
   * Whether one more is taken.
   *
   * @param session a hash of the session, or of the address where there is none
   */
  synchronized boolean take(long session, long now) {
    Bucket bucket = sessions.computeIfAbsent(session, key -> new Bucket(SESSION.burst(), now));
    return bucket.take(SESSION, now) && all.take(ALL, now);
  }
}
