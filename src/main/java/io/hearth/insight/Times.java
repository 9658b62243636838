package io.hearth.insight;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Reads the times that lines begin with, as seconds of the server's own wall clock: all logs of a
 * server are written in one zone, and not all of them name it. A time that cannot be, or that is
 * years away, is none.
 */
final class Times {

  static final long NONE = -1;

  private static final long PAST_DAYS = 3660;
  private static final long FUTURE_DAYS = 2;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final long earliest;
  private final long latest;

  Times(Instant now) {
    this.earliest = now.getEpochSecond() - PAST_DAYS * 86_400;
    this.latest = now.getEpochSecond() + FUTURE_DAYS * 86_400;
  }

  /** {@code 2026-03-01 11:59:30}, with a blank or a {@code T}. */
  long sortable(Line line, int at) {
    if (line.at(at + 4) != '-' || line.at(at + 7) != '-') {
      return NONE;
    }
    int between = line.at(at + 10);
    if (between != ' ' && between != 'T') {
      return NONE;
    }
    return time(
        line.number(at, at + 4),
        line.number(at + 5, at + 7),
        line.number(at + 8, at + 10),
        line,
        at + 11);
  }

  /** {@code 01/Mar/2026:11:59:30} of access logs, {@code 01-Mar-2026 11:59:30} of Tomcat. */
  long named(Line line, int at) {
    int part = line.at(at + 2);
    if ((part != '/' && part != '-') || line.at(at + 6) != part) {
      return NONE;
    }
    return time(
        line.number(at + 7, at + 11), month(line, at + 3), line.number(at, at + 2), line, at + 12);
  }

  private static long month(Line line, int at) {
    for (int month = 0; month < 12; month++) {
      if (line.at(at) == MONTHS.charAt(month * 3)
          && line.at(at + 1) == MONTHS.charAt(month * 3 + 1)
          && line.at(at + 2) == MONTHS.charAt(month * 3 + 2)) {
        return month + 1L;
      }
    }
    return NONE;
  }

  private long time(long year, long month, long day, Line line, int at) {
    long hour = line.number(at, at + 2);
    long minute = line.number(at + 3, at + 5);
    long second = line.number(at + 6, at + 8);
    boolean possible =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 60
            && line.at(at + 2) == ':'
            && line.at(at + 5) == ':';
    if (!possible) {
      return NONE;
    }
    long seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    return seconds < earliest || seconds > latest ? NONE : seconds;
  }

  /** Since 1970, in the calendar whose years begin in March, so that a leap day is the last. */
  private static long days(long year, long month, long day) {
    long from = month <= 2 ? year - 1 : year;
    long century = Math.floorDiv(from, 400);
    long inCentury = from - century * 400;
    long inYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return century * 146_097 + inCentury * 365 + inCentury / 4 - inCentury / 100 + inYear - 719_468;
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
