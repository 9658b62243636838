package io.hearth.errors.forward;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long a destination wants no errors: {@code X-Sentry-Rate-Limits}, which counts on any answer,
 * else on 429 {@code Retry-After}. See Sentry's "Rate Limiting" for SDKs.
 */
final class RateLimits {

  private static final int TOO_MANY = 429;

  /** Where a 429 does not say for how long. */
  private static final Duration USUAL = Duration.ofSeconds(60);

  /** A mistaken header must not switch forwarding off for good. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** No category stands for all. */
  private static final Set<String> OURS = Set.of("", "error", "default");

  private RateLimits() {}

  static Optional<Duration> of(int status, Map<String, String> headers) {
    Optional<Duration> told =
        Arrays.stream(headers.getOrDefault("x-sentry-rate-limits", "").split(","))
            .flatMap(limit -> limit(limit.strip()).stream())
            .max(Duration::compareTo);
    if (told.isPresent() || status != TOO_MANY) {
      return told;
    }
    return Optional.of(seconds(headers.getOrDefault("retry-after", "")).orElse(USUAL));
  }

  /** {@code seconds:categories:scope…}, the categories separated by semicolons. */
  private static Optional<Duration> limit(String text) {
    String[] parts = text.split(":", 3);
    boolean ours = parts.length > 1 && Arrays.stream(parts[1].split(";")).anyMatch(OURS::contains);
    return ours ? seconds(parts[0]) : Optional.empty();
  }

  private static Optional<Duration> seconds(String text) {
    try {
      Duration told = Duration.ofMillis((long) (Double.parseDouble(text.strip()) * 1000));
      return Optional.of(told.compareTo(LONGEST) > 0 ? LONGEST : told).filter(d -> !d.isNegative());
    } catch (NumberFormatException date) {
      return Optional.empty();
    }
  }
}
