package io.hearth.application;

import io.hearth.collectors.TimeWindow;
import java.time.Duration;
import java.util.Optional;

/**
 * How much a collection may take.
 *
 * @param maxBytes unpacked, over all items
 * @param maxBytesPerItem unpacked, of one item
 * @param since only data of this last while; empty for any age
 * @param window only log lines of this time, as they tell it themselves; empty for any
 * @param maxTime after which the ZIP ends with what it has; empty for as long as it takes
 */
public record Limits(
    long maxBytes,
    long maxBytesPerItem,
    Optional<Duration> since,
    Optional<TimeWindow> window,
    Optional<Duration> maxTime) {

  /** Of any time, for as long as it takes. */
  public Limits(long maxBytes, long maxBytesPerItem, Optional<Duration> since) {
    this(maxBytes, maxBytesPerItem, since, Optional.empty(), Optional.empty());
  }

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /** One MiB at least: below it not even the configuration files would fit. */
  public static final Range MAX_BYTES = new Range(GIB, MIB, 100 * GIB);

  public static final Range MAX_BYTES_PER_ITEM = new Range(256 * MIB, 64 * 1024, 100 * GIB);
  public static final Range SINCE_DAYS = new Range(30, 1, 3650);

  /** A minute is offered first; there is no limit when nobody names one. */
  public static final Range MAX_SECONDS = new Range(60, 10, Duration.ofDays(1).toSeconds());

  /** The values that a limit may have, and the one it has when nobody names any. */
  public record Range(long standard, long min, long max) {
    public boolean contains(long value) {
      return min <= value && value <= max;
    }
  }

  /** What each of so many nodes may take; an item's limit is that of one node. */
  Limits sharedBy(int nodes) {
    return new Limits(maxBytes / nodes, maxBytesPerItem, since, window, maxTime);
  }

  public static Limits standard() {
    return new Limits(
        MAX_BYTES.standard(),
        MAX_BYTES_PER_ITEM.standard(),
        Optional.of(Duration.ofDays(SINCE_DAYS.standard())));
  }
}
