package io.hearth.reports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** How long an endpoint asks to be left alone: RFC 9110, 10.2.3, seconds or a date. */
final class RetryAfter {

  private RetryAfter() {}

  static Optional<Duration> of(Map<String, String> waits, Instant now) {
    return Optional.ofNullable(waits.get("retry-after"))
        .map(String::strip)
        .flatMap(text -> text.matches("\\d{1,9}") ? Optional.of(seconds(text)) : until(text, now));
  }

  private static Duration seconds(String text) {
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static Optional<Duration> until(String text, Instant now) {
    try {
      Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, at)).filter(wait -> !wait.isNegative());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
