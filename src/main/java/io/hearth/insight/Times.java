package io.hearth.insight;

import io.hearth.logtime.LogTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Reads the times that lines begin with, as seconds of the server's own wall clock: all logs of a
 * server are written in one zone, and not all of them name it. A time that is years away is none.
 */
final class Times {

  static final long NONE = -1;

  private static final long PAST_DAYS = 3660;
  private static final long FUTURE_DAYS = 2;

  private final long earliest;
  private final long latest;

  Times(Instant now) {
    this.earliest = now.getEpochSecond() - PAST_DAYS * 86_400;
    this.latest = now.getEpochSecond() + FUTURE_DAYS * 86_400;
  }

  /** {@code 2026-03-01 11:59:30}, with a blank or a {@code T}. */
  long sortable(Line line, int at) {
    return near(LogTime.sortable(line.bytes(), line.from() + at, line.end()));
  }

  /** {@code 01/Mar/2026:11:59:30} of access logs, {@code 01-Mar-2026 11:59:30} of Tomcat. */
  long named(Line line, int at) {
    return near(
        line.at(at + 2) == '/'
            ? LogTime.slashed(line.bytes(), line.from() + at, line.end())
            : LogTime.dashed(line.bytes(), line.from() + at, line.end()));
  }

  private long near(long time) {
    return time < earliest || time > latest ? NONE : time;
  }

  /** {@code 2026-03-01T11:59:30}; empty for none. */
  static String text(long seconds) {
    return seconds == NONE
        ? ""
        : LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)
            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  static long first(long one, long other) {
    return one == NONE ? other : other == NONE ? one : Math.min(one, other);
  }
}
