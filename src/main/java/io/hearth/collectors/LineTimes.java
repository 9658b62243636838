package io.hearth.collectors;

import static io.hearth.collectors.TimeFields.NONE;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads when a line of a log was written: at its start as the products, Tomcat and the JVM write
 * it, and in access logs where their formats have it. A time anywhere else is text of a user.
 */
final class LineTimes {

  /** Of a line; in access logs the time stands behind addresses, a request id and a user name. */
  static final int HEAD = 1024;

  private static final long DAY_MS = 86_400_000;
  private static final long HOUR_MS = 3_600_000;

  private final ZoneTimes zone;
  private final boolean access;

  /**
   * @param zone of times that stand without an offset
   * @param access whether the time may stand further behind
   */
  LineTimes(ZoneId zone, boolean access) {
    this.zone = new ZoneTimes(zone);
    this.access = access;
  }

  Optional<LineTime> of(byte[] line, int from, int length) {
    int end = from + Math.min(length, HEAD);
    if (end - from < "01/Mar/2026:09:00:00".length()) {
      return Optional.empty();
    }
    TimeFields fields = new TimeFields(line, end);
    int start = line[from] == '[' ? from + 1 : from;
    Optional<LineTime> first = atStart(fields, start);
    return first.isPresent() || !access ? first : within(line, fields, from, end);
  }

  private Optional<LineTime> atStart(TimeFields fields, int at) {
    byte b = fields.byteAt(at);
    if (b >= '0' && b <= '9') {
      Optional<LineTime> iso = iso(fields, at);
      return iso.isPresent() ? iso : tomcat(fields, at);
    }
    return b >= 'A' && b <= 'Z' ? julUtil(fields, at) : Optional.empty();
  }

  /** {@code 2026-03-01 11:59:30,123} and {@code 2026-03-01T11:59:30.123+0100}. */
  private Optional<LineTime> iso(TimeFields fields, int at) {
    boolean shape =
        fields.is(at + 4, '-')
            && fields.is(at + 7, '-')
            && (fields.is(at + 10, ' ') || fields.is(at + 10, 'T'));
    if (!shape) {
      return Optional.empty();
    }
    long day = fields.day(fields.number(at, 4), fields.number(at + 5, 2), fields.number(at + 8, 2));
    return moment(fields, day, at + 11);
  }

  /** {@code 01-Mar-2026 11:59:30.123}. */
  private Optional<LineTime> tomcat(TimeFields fields, int at) {
    if (!fields.is(at + 2, '-') || !fields.is(at + 6, '-') || !fields.is(at + 11, ' ')) {
      return Optional.empty();
    }
    long day = fields.day(fields.number(at + 7, 4), fields.month(at + 3), fields.number(at, 2));
    return moment(fields, day, at + 12);
  }

  /** {@code Mar 01, 2026 11:59:30 AM}, as {@code java.util.logging} writes in English. */
  private Optional<LineTime> julUtil(TimeFields fields, int at) {
    if (!fields.is(at + 3, ' ') || !fields.is(at + 6, ',') || !fields.is(at + 12, ' ')) {
      return Optional.empty();
    }
    long day = fields.day(fields.number(at + 8, 4), fields.month(at), fields.number(at + 4, 2));
    // The hour has one digit or two.
    int clock = fields.is(at + 14, ':') ? at + 12 : at + 13;
    int hour = clock == at + 12 ? fields.number(at + 13, 1) : fields.number(at + 13, 2);
    long rest = fields.minutesAndSeconds(clock + 2);
    boolean afternoon = fields.is(clock + 9, 'P');
    boolean known = afternoon || fields.is(clock + 9, 'A');
    if (day == NONE || rest == NONE || !known || hour < 1 || hour > 12) {
      return Optional.empty();
    }
    return Optional.of(zone.of(day * DAY_MS + (hour % 12 + (afternoon ? 12 : 0)) * HOUR_MS + rest));
  }

  /** {@code [01/Mar/2026:11:59:30 +0100]}, and in Bitbucket's a field of its own. */
  private Optional<LineTime> within(byte[] line, TimeFields fields, int from, int end) {
    for (int at = from; at < end; at++) {
      Optional<LineTime> time = Optional.empty();
      if (line[at] == '[') {
        time = common(fields, at + 1);
      } else if (line[at] == '|' && fields.is(at + 1, ' ')) {
        time = iso(fields, at + 2);
      }
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private Optional<LineTime> common(TimeFields fields, int at) {
    boolean shape = fields.is(at + 2, '/') && fields.is(at + 6, '/') && fields.is(at + 11, ':');
    if (!shape) {
      return Optional.empty();
    }
    long day = fields.day(fields.number(at + 7, 4), fields.month(at + 3), fields.number(at, 2));
    int offset = fields.is(at + 20, ' ') ? at + 21 : at + 20;
    return moment(day, fields.clock(at + 12), 0, fields.offset(offset));
  }

  /** A day with the time that stands behind it, a fraction of a second and perhaps an offset. */
  private Optional<LineTime> moment(TimeFields fields, long day, int at) {
    int behind = at + "11:59:30".length();
    int fraction = fields.fractionLength(behind);
    return moment(
        day, fields.clock(at), fields.fraction(behind, fraction), fields.offset(behind + fraction));
  }

  private Optional<LineTime> moment(long day, long clock, long fraction, long offset) {
    if (day == NONE || clock == NONE) {
      return Optional.empty();
    }
    long local = day * DAY_MS + clock + fraction;
    return Optional.of(
        offset == NONE ? zone.of(local) : new LineTime(local - offset, local - offset));
  }
}
