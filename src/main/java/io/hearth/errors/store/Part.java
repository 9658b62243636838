package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts of one group, over any stretch of time: a second's in the journal, a node's in a snapshot,
 * all nodes' on reading. Stretches add up.
 */
final class Part {

  /** The distributions, by their names in the files. */
  enum Names {
    BROWSERS("browsers"),
    SYSTEMS("systems"),
    APP_RELEASES("appReleases"),
    PRODUCT_RELEASES("productReleases"),
    FEATURES("features");

    final String key;

    Names(String key) {
      this.key = key;
    }
  }

  static final int HOURS = 24;
  private static final long HOUR = 3_600_000;

  final GroupId id;
  Optional<Head> head = Optional.empty();
  long count;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;
  Level level = Level.DEBUG;
  boolean unhandled;
  Series hours = new Series(HOURS);
  Series days = new Series(StoreBounds.DAYS);
  Series users = new Series(StoreBounds.DAYS);

  /** When each release of the app was seen last. */
  Tally releasesLast = new Tally();

  private final Tally[] names = new Tally[Names.values().length];

  Part(GroupId id) {
    this.id = id;
    for (int i = 0; i < names.length; i++) {
      names[i] = new Tally();
    }
  }

  Part copy() {
    Part copy = new Part(id);
    copy.head = head;
    copy.count = count;
    copy.first = first;
    copy.last = last;
    copy.level = level;
    copy.unhandled = unhandled;
    copy.hours = hours.copy();
    copy.days = days.copy();
    copy.users = users.copy();
    copy.releasesLast = releasesLast.copy();
    for (int i = 0; i < names.length; i++) {
      copy.names[i] = names[i].copy();
    }
    return copy;
  }

  Tally names(Names which) {
    return names[which.ordinal()];
  }

  /** Names held in all distributions, which is what makes it large. */
  int namesHeld() {
    int held = 0;
    for (Tally tally : names) {
      held += tally.size();
    }
    return held;
  }

  static int hour(long time) {
    return (int) Math.floorDiv(time, HOUR);
  }

  static int day(long time) {
    return Math.floorDiv(hour(time), 24);
  }

  /** Whether it had no event, which is how a group begins. */
  boolean isEmpty() {
    return count == 0;
  }

  void count(ErrorEvent event, String productRelease) {
    long time = event.time().toEpochMilli();
    tick(time, event.level(), event.outermost().map(Thrown::handled).orElse(true));
    name(Names.BROWSERS, event.browser().browser());
    name(Names.SYSTEMS, event.browser().system());
    name(Names.APP_RELEASES, event.appRelease());
    name(Names.PRODUCT_RELEASES, productRelease);
    name(Names.FEATURES, event.feature());
    releasesLast.atLeast(cut(event.appRelease()), time);
  }

  /** Counts without names, when there is no room for them. */
  void tick(long time, Level severity, boolean handled) {
    count++;
    first = Math.min(first, time);
    last = Math.max(last, time);
    level = worse(severity);
    unhandled |= !handled;
    hours.add(hour(time), 1);
    days.add(day(time), 1);
  }

  private void name(Names which, String name) {
    names(which).add(cut(name), 1);
  }

  private static String cut(String name) {
    return io.hearth.errors.event.Bounds.cut(name, StoreBounds.NAME);
  }

  private Level worse(Level other) {
    return other.ordinal() < level.ordinal() ? other : level;
  }

  /** Adds a later stretch of the same node, whose users of a day are counted from its morning. */
  void append(Part later) {
    add(later);
    users.atLeast(later.users);
    later.head.ifPresent(one -> head = Optional.of(one));
  }

  /** Adds another node's or group's; of the heads, that of the newer rules stays. */
  void join(Part other) {
    add(other);
    users.add(other.users);
    if (head.isEmpty() || other.head.filter(one -> one.rules() > head.get().rules()).isPresent()) {
      head = other.head;
    }
  }

  private void add(Part other) {
    count += other.count;
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    level = worse(other.level);
    unhandled |= other.unhandled;
    hours.add(other.hours);
    days.add(other.days);
    releasesLast.atLeast(other.releasesLast);
    for (Names which : Names.values()) {
      names(which).add(other.names(which));
    }
    hours.dropBefore(hour(Math.max(last, 0)) - HOURS + 1);
  }

  /** Forgets the days before; the totals stay. */
  void expire(Instant before) {
    int day = day(before.toEpochMilli());
    days.dropBefore(day);
    users.dropBefore(day);
  }
}
