package io.hearth.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes and the time that the whole ZIP may still take, shared by the entries that are read at
 * once. When bytes run short only the entry whose turn it is may take: what matters most stands
 * first.
 */
final class Budget {

  /** More than all entries that are read ahead can take between two looks. */
  private static final long SHORT = 16L << 20;

  private final AtomicLong left;
  private final Clock clock;
  private final Optional<Instant> end;

  Budget(Limits limits, Instant started, Clock clock) {
    this.left = new AtomicLong(limits.maxBytes());
    this.clock = clock;
    this.end = limits.maxTime().map(started::plus);
  }

  /** Whether its time is over. */
  boolean late() {
    return end.isPresent() && !clock.instant().isBefore(end.get());
  }

  /** How many of the wanted bytes may be taken. */
  int take(int wanted, Turn turn) throws CollectionStopped {
    if (left.get() < SHORT) {
      turn.await();
    }
    long before = left.getAndUpdate(now -> now - Math.min(now, wanted));
    return (int) Math.min(before, wanted);
  }

  /** Bytes that were taken and are not used. */
  void giveBack(int bytes) {
    left.addAndGet(bytes);
  }
}
