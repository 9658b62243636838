package io.hearth.collectors;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** Local times of one zone as moments; remembers the last minute, which most lines share. */
final class ZoneTimes {

  private static final long MINUTE_MS = 60_000;

  private final ZoneId zone;
  private long minute = Long.MIN_VALUE;
  private long firstOffsetMs;
  private long secondOffsetMs;

  ZoneTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** Of a local time, in milliseconds as if it were UTC. */
  LineTime of(long localMillis) {
    long ofMinute = Math.floorDiv(localMillis, MINUTE_MS);
    if (ofMinute != minute) {
      look(ofMinute);
    }
    return new LineTime(localMillis - firstOffsetMs, localMillis - secondOffsetMs);
  }

  private void look(long ofMinute) {
    LocalDateTime local = LocalDateTime.ofEpochSecond(ofMinute * 60, 0, ZoneOffset.UTC);
    List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
    if (valid.isEmpty()) {
      // In the hour that is left out in spring: a clock that was not put forward yet.
      ZoneOffsetTransition gap = zone.getRules().getTransition(local);
      valid = List.of(gap.getOffsetBefore());
    }
    firstOffsetMs = valid.get(0).getTotalSeconds() * 1000L;
    secondOffsetMs = valid.get(valid.size() - 1).getTotalSeconds() * 1000L;
    minute = ofMinute;
  }
}
