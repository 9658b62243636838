package io.hearth.collectors;

import java.time.LocalDate;
import java.time.YearMonth;

/** Numbers of a time at places of a line; whatever is none reads as {@link #NONE}. */
final class TimeFields {

  static final int NONE = Integer.MIN_VALUE;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int MOST_DIGITS = 9;
  private static final int LONGEST_OFFSET_MINUTES = 18 * 60;

  private final byte[] line;
  private final int end;

  TimeFields(byte[] line, int end) {
    this.line = line;
    this.end = end;
  }

  byte byteAt(int at) {
    return at < end ? line[at] : 0;
  }

  boolean is(int at, char c) {
    return at < end && line[at] == c;
  }

  private boolean isDigit(int at) {
    return at < end && line[at] >= '0' && line[at] <= '9';
  }

  int number(int at, int digits) {
    int number = 0;
    for (int n = at; n < at + digits; n++) {
      if (!isDigit(n)) {
        return NONE;
      }
      number = number * 10 + line[n] - '0';
    }
    return number;
  }

  /** Of a month's English name in three letters. */
  int month(int at) {
    for (int month = 0; month < 12; month++) {
      int name = month * 3;
      if (is(at, MONTHS.charAt(name))
          && is(at + 1, MONTHS.charAt(name + 1))
          && is(at + 2, MONTHS.charAt(name + 2))) {
        return month + 1;
      }
    }
    return NONE;
  }

  /** Days of the epoch; a year before it is a number that only looks like one. */
  long day(int year, int month, int day) {
    boolean known = year >= 1970 && month >= 1 && month <= 12 && day >= 1;
    return known && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day).toEpochDay()
        : NONE;
  }

  /** Milliseconds of the day of {@code 11:59:30}. */
  long clock(int at) {
    int hour = number(at, 2);
    long rest = minutesAndSeconds(at + 2);
    return hour < 0 || hour > 23 || rest == NONE ? NONE : hour * 3_600_000L + rest;
  }

  /** Milliseconds of the hour of {@code :59:30}. */
  long minutesAndSeconds(int at) {
    int minute = number(at + 1, 2);
    int second = number(at + 4, 2);
    boolean known = is(at, ':') && minute >= 0 && minute < 60 && is(at + 3, ':');
    // 60 is a leap second.
    return known && second >= 0 && second <= 60 ? minute * 60_000L + second * 1000L : NONE;
  }

  /** Of a comma or point and the digits behind it. */
  int fractionLength(int at) {
    if (!(is(at, ',') || is(at, '.')) || !isDigit(at + 1)) {
      return 0;
    }
    int length = 1;
    while (length <= MOST_DIGITS && isDigit(at + length)) {
      length++;
    }
    return length;
  }

  /** In milliseconds. */
  long fraction(int at, int length) {
    long millis = 0;
    for (int n = 1; n <= 3; n++) {
      millis = millis * 10 + (n < length ? line[at + n] - '0' : 0);
    }
    return millis;
  }

  /** Of {@code Z}, {@code +0100} or {@code +01:00}, in milliseconds. */
  long offset(int at) {
    if (is(at, 'Z')) {
      return 0;
    }
    if (!is(at, '+') && !is(at, '-')) {
      return NONE;
    }
    int hours = number(at + 1, 2);
    int minutes = number(is(at + 3, ':') ? at + 4 : at + 3, 2);
    int all = hours * 60 + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || all > LONGEST_OFFSET_MINUTES) {
      return NONE;
    }
    return (is(at, '-') ? -1L : 1L) * all * 60_000;
  }
}
