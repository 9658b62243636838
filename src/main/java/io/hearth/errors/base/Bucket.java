package io.hearth.errors.base;

/** Lets so many through at once, and then so many a second. Not safe for several threads. */
public final class Bucket {

  /** How many at once, and how many a second. */
  public record Rate(double burst, double perSecond) {}

  private final Rate rate;
  private double tokens;
  private long filledAt;

  /**
   * @param now of {@code System.nanoTime}, as in {@link #take}
   */
  public Bucket(Rate rate, long now) {
    this.rate = rate;
    this.tokens = rate.burst();
    this.filledAt = now;
  }

  /** Whether one more goes through. */
  public boolean take(long now) {
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
