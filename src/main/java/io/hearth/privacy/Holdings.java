package io.hearth.privacy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much of a kind is kept.
 *
 * @param oldest when the oldest record began; empty when there is none or when no time is kept
 */
public record Holdings(long records, long bytes, Optional<Instant> oldest) {

  /**
   * Of records with a time each.
   *
   * @param times when each began
   */
  public static Holdings of(List<Instant> times, long bytes) {
    return new Holdings(times.size(), bytes, times.stream().min(Comparator.naturalOrder()));
  }
}
