package io.hearth.collections;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone in which this node writes its logs. */
final class LogZone {

  private LogZone() {}

  static ZoneOffset at(Instant now) {
    return ZoneId.systemDefault().getRules().getOffset(now);
  }
}
