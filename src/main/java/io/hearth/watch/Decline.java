package io.hearth.watch;

import io.hearth.collections.Cause;
import io.hearth.collectors.Vitals;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells when health turns bad, from a look a minute. What was bad at the first look, or is bad
 * still, has no new evidence in it: a deadlock that lasts for days makes one ZIP, not one an hour.
 */
final class Decline {

  private Set<Cause> before = EnumSet.allOf(Cause.class);
  private int minutesOfHeap;

  /** What turned bad since the look before; the one that vanishes first with a restart first. */
  Optional<Cause> look(Vitals now, WatchSettings limits) {
    Set<Cause> bad = EnumSet.noneOf(Cause.class);
    if (now.deadlock()) {
      bad.add(Cause.DEADLOCK);
    }
    boolean full = now.heapShare().filter(share -> share * 100 >= limits.heapPercent()).isPresent();
    minutesOfHeap = full ? minutesOfHeap + 1 : 0;
    if (minutesOfHeap >= limits.heapMinutes()) {
      bad.add(Cause.HEAP);
    }
    if (now.logErrorsPerMinute().filter(rate -> rate >= limits.errorsPerMinute()).isPresent()) {
      bad.add(Cause.LOG_ERRORS);
    }
    Set<Cause> turned = EnumSet.copyOf(bad);
    turned.removeAll(before);
    before = bad;
    return turned.stream().findFirst();
  }
}
