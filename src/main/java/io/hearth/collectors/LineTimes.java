package io.hearth.collectors;

import io.hearth.logtime.LogTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads when a line of a log was written: at its start as the products, Tomcat and the JVM write
 * it, and in access logs where their formats have it. A time anywhere else is text of a user.
 */
final class LineTimes {

  /** Of a line; in access logs the time stands behind addresses, a request id and a user name. */
  static final int HEAD = 1024;

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
    Optional<LineTime> first = atStart(line, line[from] == '[' ? from + 1 : from, end);
    return first.isPresent() || !access ? first : within(line, from, end);
  }

  /** {@code 2026-03-01 11:59:30,123}, {@code 01-Mar-2026 11:59:30.123}, or as a JVM writes. */
  private Optional<LineTime> atStart(byte[] line, int at, int end) {
    byte b = line[at];
    if (b >= '0' && b <= '9') {
      Optional<LineTime> sortable = sortable(line, at, end);
      return sortable.isPresent()
          ? sortable
          : moment(line, LogTime.dashed(line, at, end), at + "01-Mar-2026 11:59:30".length(), end);
    }
    return b >= 'A' && b <= 'Z' ? local(LogTime.english(line, at, end)) : Optional.empty();
  }

  private Optional<LineTime> sortable(byte[] line, int at, int end) {
    long time = LogTime.sortable(line, at, end);
    return moment(line, time, at + "2026-03-01 11:59:30".length(), end);
  }

  /** {@code [01/Mar/2026:11:59:30 +0100]}, and in Bitbucket's a field of its own. */
  private Optional<LineTime> within(byte[] line, int from, int end) {
    for (int at = from; at < end; at++) {
      Optional<LineTime> time = Optional.empty();
      if (line[at] == '[') {
        time = common(line, at + 1, end);
      } else if (line[at] == '|' && at + 1 < end && line[at + 1] == ' ') {
        time = sortable(line, at + 2, end);
      }
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private Optional<LineTime> common(byte[] line, int at, int end) {
    long time = LogTime.slashed(line, at, end);
    int behind = at + "01/Mar/2026:11:59:30".length();
    int offset = behind < end && line[behind] == ' ' ? behind + 1 : behind;
    return time == LogTime.NONE
        ? Optional.empty()
        : moment(time * 1000, LogTime.offset(line, offset, end));
  }

  /** A time with what stands behind it: a fraction of a second and perhaps an offset. */
  private Optional<LineTime> moment(byte[] line, long time, int behind, int end) {
    if (time == LogTime.NONE) {
      return Optional.empty();
    }
    int fraction = LogTime.fractionLength(line, behind, end);
    return moment(
        time * 1000 + LogTime.fraction(line, behind, fraction),
        LogTime.offset(line, behind + fraction, end));
  }

  private Optional<LineTime> moment(long local, long offset) {
    return Optional.of(
        offset == LogTime.NONE
            ? zone.of(local)
            : new LineTime(local - offset * 1000, local - offset * 1000));
  }

  private Optional<LineTime> local(long time) {
    return time == LogTime.NONE ? Optional.empty() : Optional.of(zone.of(time * 1000));
  }
}
