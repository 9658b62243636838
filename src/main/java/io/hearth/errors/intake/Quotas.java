package io.hearth.errors.intake;

import io.hearth.errors.base.Bucket;
import io.hearth.errors.base.Bucket.Rate;
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

  private final Map<Long, Bucket> sessions = new LastUsed<>(SESSIONS);

  private final Bucket all = new Bucket(ALL, System.nanoTime());

  /**
   * Whether one more is taken.
   *
   * @param session a hash of the session, or of the address where there is none
   */
  synchronized boolean take(long session, long now) {
    Bucket bucket = sessions.computeIfAbsent(session, key -> new Bucket(SESSION, now));
    return bucket.take(now) && all.take(now);
  }
}
