package io.hearth.application;

import java.time.Duration;
import java.util.Optional;

/**
 * How much a collection may take.
 *
 * @param maxBytes unpacked, over all items
 * @param maxBytesPerItem unpacked, of one item
 * @param since only data of this last while; empty for any age
 */
public record Limits(long maxBytes, long maxBytesPerItem, Optional<Duration> since) {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  /** One MiB at least: below it not even the configuration files would fit. */
  public static final Range MAX_BYTES = new Range(GIB, MIB, 100 * GIB);

  public static final Range MAX_BYTES_PER_ITEM = new Range(256 * MIB, 64 * 1024, 100 * GIB);
  public static final Range SINCE_DAYS = new Range(30, 1, 3650);

  /** The values that a limit may have, and the one it has when nobody names any. */
  public record Range(long standard, long min, long max) {
    public boolean contains(long value) {
      return min <= value && value <= max;
    }
  }

  public static Limits standard() {
    return new Limits(
        MAX_BYTES.standard(),
        MAX_BYTES_PER_ITEM.standard(),
        Optional.of(Duration.ofDays(SINCE_DAYS.standard())));
  }
}
