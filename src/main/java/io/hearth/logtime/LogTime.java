package io.hearth.logtime;

/**
 * Reads the times in lines of logs from their bytes, without an object for each: both who cuts logs
 * by time and who sums them up look at every line. A time is seconds of the writer's own wall
 * clock, counted as if it were UTC. One that cannot be, such as 30 February, is none: a line that
 * only looks like one with a time must not move anything.
 *
 * <p>Positions are those of the array; nothing from {@code end} on is looked at.
 */
public final class LogTime {

  public static final long NONE = Long.MIN_VALUE;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int SORTABLE = "2026-03-01 11:59:30".length();
  private static final int NAMED = "01-Mar-2026 11:59:30".length();
  private static final int ENGLISH = "Mar 01, 2026 1:59:30 A".length();
  private static final int OFFSET = "+0100".length();
  private static final int DAY = 86_400;
  private static final int HOUR = 3600;
  private static final int MOST_DIGITS = 9;
  private static final int LONGEST_OFFSET_MINUTES = 18 * 60;

  private LogTime() {}

  /** {@code 2026-03-01 11:59:30}, with a blank or a {@code T} between. */
  public static long sortable(byte[] line, int at, int end) {
    boolean shape =
        at + SORTABLE <= end
            && line[at + 4] == '-'
            && line[at + 7] == '-'
            && (line[at + 10] == ' ' || line[at + 10] == 'T');
    return shape
        ? time(day(four(line, at), two(line, at + 5), two(line, at + 8)), clock(line, at + 11))
        : NONE;
  }

  /** {@code 01-Mar-2026 11:59:30}, as Tomcat writes it. */
  public static long dashed(byte[] line, int at, int end) {
    return named(line, at, end, '-', ' ');
  }

  /** {@code 01/Mar/2026:11:59:30} of access logs. */
  public static long slashed(byte[] line, int at, int end) {
    return named(line, at, end, '/', ':');
  }

  private static long named(byte[] line, int at, int end, char part, char between) {
    boolean shape =
        at + NAMED <= end
            && line[at + 2] == part
            && line[at + 6] == part
            && line[at + 11] == between;
    return shape
        ? time(day(four(line, at + 7), month(line, at + 3), two(line, at)), clock(line, at + 12))
        : NONE;
  }

  /** {@code Mar 01, 2026 1:59:30 AM}, as {@code java.util.logging} writes in English. */
  public static long english(byte[] line, int at, int end) {
    boolean shape =
        at + ENGLISH <= end
            && line[at + 3] == ' '
            && line[at + 6] == ','
            && line[at + 7] == ' '
            && line[at + 12] == ' ';
    if (!shape) {
      return NONE;
    }
    boolean digit = line[at + 14] == ':';
    int hour = digit ? number(line[at + 13]) : two(line, at + 13);
    int rest = digit ? at + 14 : at + 15;
    int half = rest + ":59:30 ".length();
    if (half >= end || line[half - 1] != ' ' || hour < 1 || hour > 12) {
      return NONE;
    }
    boolean afternoon = line[half] == 'P';
    long inHour = afternoon || line[half] == 'A' ? minutesAndSeconds(line, rest) : NONE;
    long day = day(four(line, at + 8), month(line, at), two(line, at + 4));
    return inHour == NONE ? NONE : time(day, (hour % 12 + (afternoon ? 12 : 0)) * HOUR + inHour);
  }

  /** Of a comma or point and the digits behind it. */
  public static int fractionLength(byte[] line, int at, int end) {
    if (at >= end || (line[at] != ',' && line[at] != '.')) {
      return 0;
    }
    int length = 1;
    while (length <= MOST_DIGITS && at + length < end && number(line[at + length]) >= 0) {
      length++;
    }
    return length == 1 ? 0 : length;
  }

  /** In milliseconds. */
  public static int fraction(byte[] line, int at, int length) {
    int millis = 0;
    for (int n = 1; n <= 3; n++) {
      millis = millis * 10 + (n < length ? line[at + n] - '0' : 0);
    }
    return millis;
  }

  /** Of {@code Z}, {@code +0100} or {@code +01:00}, in seconds. */
  public static long offset(byte[] line, int at, int end) {
    if (at < end && line[at] == 'Z') {
      return 0;
    }
    boolean shape = at + OFFSET <= end && (line[at] == '+' || line[at] == '-');
    int minute = shape && line[at + 3] == ':' ? at + 4 : at + 3;
    if (!shape || minute + 2 > end) {
      return NONE;
    }
    int hours = two(line, at + 1);
    int minutes = two(line, minute);
    int all = hours * 60 + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || all > LONGEST_OFFSET_MINUTES) {
      return NONE;
    }
    return (line[at] == '-' ? -60L : 60L) * all;
  }

  private static long time(long day, long clock) {
    return day == NONE || clock == NONE ? NONE : day * DAY + clock;
  }

  /** Seconds of the day of {@code 11:59:30}. */
  private static long clock(byte[] line, int at) {
    int hour = two(line, at);
    long rest = minutesAndSeconds(line, at + 2);
    return hour < 0 || hour > 23 || rest == NONE ? NONE : hour * HOUR + rest;
  }

  /** Seconds of the hour of {@code :59:30}. */
  private static long minutesAndSeconds(byte[] line, int at) {
    int minute = two(line, at + 1);
    int second = two(line, at + 4);
    boolean shape = line[at] == ':' && line[at + 3] == ':';
    // 60 is a leap second.
    boolean known = minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
    return shape && known ? minute * 60L + second : NONE;
  }

  /** Days of the epoch; a year before it is a number that only looks like one. */
  private static long day(int year, int month, int day) {
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) {
      return NONE;
    }
    // In the calendar whose years begin in March, so that a leap day is the last.
    int from = month <= 2 ? year - 1 : year;
    int inYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return from * 365L + from / 4 - from / 100 + from / 400 + inYear - 719_468;
  }

  private static int lastDay(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /** Of a month's English name in three letters; -1 for none. */
  private static int month(byte[] line, int at) {
    for (int month = 0; month < 12; month++) {
      int name = month * 3;
      if (line[at] == MONTHS.charAt(name)
          && line[at + 1] == MONTHS.charAt(name + 1)
          && line[at + 2] == MONTHS.charAt(name + 2)) {
        return month + 1;
      }
    }
    return -1;
  }

  /** Of four digits; below zero where there is anything else. */
  private static int four(byte[] line, int at) {
    int century = two(line, at);
    int year = two(line, at + 2);
    return century < 0 || year < 0 ? -1 : century * 100 + year;
  }

  private static int two(byte[] line, int at) {
    int ten = number(line[at]);
    int one = number(line[at + 1]);
    return ten < 0 || one < 0 ? -1 : ten * 10 + one;
  }

  /** Of a digit. */
  private static int number(byte b) {
    return b >= '0' && b <= '9' ? b - '0' : -1;
  }
}
