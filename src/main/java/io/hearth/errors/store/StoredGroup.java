package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Level;
import io.hearth.errors.store.Part.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a group, over all nodes; without its samples, which {@link ErrorArchive#samples}
 * reads. Immutable. Lists and maps are made on each call.
 */
public final class StoredGroup {

  /** A day in UTC. */
  public record Day(LocalDate day, long count, long users) {}

  private final Part part;
  private final Head head;

  StoredGroup(Part part) {
    this.part = part;
    this.head = part.head.orElseThrow();
  }

  /** One group of several: called as the one that was seen first. */
  public static StoredGroup union(List<StoredGroup> groups) {
    StoredGroup first =
        groups.stream()
            .min(Comparator.comparing(StoredGroup::firstSeen).thenComparing(StoredGroup::id))
            .orElseThrow();
    if (groups.size() == 1) {
      return first;
    }
    Part sum = first.part.copy();
    groups.stream().filter(one -> one != first).forEach(one -> sum.join(one.part));
    sum.head = first.part.head;
    return new StoredGroup(sum);
  }

  public GroupId id() {
    return part.id;
  }

  /** The version of the rules that formed it. */
  public int rules() {
    return head.rules();
  }

  public String app() {
    return head.app();
  }

  public String type() {
    return head.type();
  }

  public String title() {
    return head.title();
  }

  public String culprit() {
    return head.culprit();
  }

  /** It counts the errors of an app for which there was no room; it has no title. */
  public boolean overflow() {
    return head.overflow();
  }

  /** The most severe that was seen. */
  public Level level() {
    return part.level;
  }

  /** At least once nobody caught it. */
  public boolean unhandled() {
    return part.unhandled;
  }

  public Instant firstSeen() {
    return Instant.ofEpochMilli(part.first);
  }

  public Instant lastSeen() {
    return Instant.ofEpochMilli(part.last);
  }

  public long total() {
    return part.count;
  }

  /** Errors in each of the last 24 hours, oldest first; the last one is that of {@code now}. */
  public List<Long> hours(Instant now) {
    int hour = Part.hour(now.toEpochMilli());
    List<Long> hours = new ArrayList<>(Part.HOURS);
    for (int i = hour - Part.HOURS + 1; i <= hour; i++) {
      hours.add(part.hours.get(i));
    }
    return hours;
  }

  /** Those with errors, oldest first. */
  public List<Day> days() {
    List<Day> days = new ArrayList<>(part.days.size());
    for (int i = 0; i < part.days.size(); i++) {
      int day = part.days.key(i);
      days.add(new Day(LocalDate.ofEpochDay(day), part.days.value(i), part.users.get(day)));
    }
    return days;
  }

  /** Different users on that day in UTC, estimated. */
  public long users(LocalDate day) {
    return part.users.get((int) day.toEpochDay());
  }

  /** Highest first, as all distributions; names beyond the bound are counted as {@code other}. */
  public Map<String, Long> browsers() {
    return part.names(Names.BROWSERS).ranked();
  }

  public Map<String, Long> systems() {
    return part.names(Names.SYSTEMS).ranked();
  }

  public Map<String, Long> appReleases() {
    return part.names(Names.APP_RELEASES).ranked();
  }

  public Map<String, Long> productReleases() {
    return part.names(Names.PRODUCT_RELEASES).ranked();
  }

  public Map<String, Long> features() {
    return part.names(Names.FEATURES).ranked();
  }

  /** When each release of the app was seen last, latest first; not those counted as others. */
  public Map<String, Instant> appReleasesLastSeen() {
    Map<String, Instant> last = new LinkedHashMap<>();
    part.releasesLast
        .ranked()
        .forEach((release, time) -> last.put(release, Instant.ofEpochMilli(time)));
    return last;
  }
}
