package io.hearth.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and ages as people type them; empty for what is none. */
final class Quantities {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kmg]?)");
  private static final Pattern TIME = Pattern.compile("(\\d{1,5})([smh])");
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})([hdw])");

  private Quantities() {}

  /** {@code 500000000}, {@code 500M}, {@code 2G}; the letters count in 1024s. */
  static Optional<Long> bytes(String size) {
    Matcher matcher = SIZE.matcher(size.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "k" -> 1L << 10;
          case "m" -> 1L << 20;
          case "g" -> 1L << 30;
          default -> 1;
        };
    long number = Long.parseLong(matcher.group(1));
    return number > Long.MAX_VALUE / unit ? Optional.empty() : Optional.of(number * unit);
  }

  /** {@code 90s}, {@code 10m}, {@code 2h}. */
  static Optional<Duration> time(String time) {
    Matcher matcher = TIME.matcher(time.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(Duration.parse("PT" + matcher.group(1) + matcher.group(2)));
  }

  /** {@code 2026-03-01T09:00}, perhaps with seconds, perhaps with an offset or {@code Z}. */
  static Optional<Instant> moment(String moment, ZoneId zone) {
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              moment, ZonedDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof ZonedDateTime zoned
              ? zoned.toInstant()
              : ((LocalDateTime) parsed).atZone(zone).toInstant());
    } catch (DateTimeException notAMoment) {
      return Optional.empty();
    }
  }

  /** {@code 12h}, {@code 7d}, {@code 2w}. */
  static Optional<Duration> age(String age) {
    Matcher matcher = AGE.matcher(age.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays(7 * number);
        };
    return duration.isZero() ? Optional.empty() : Optional.of(duration);
  }
}
