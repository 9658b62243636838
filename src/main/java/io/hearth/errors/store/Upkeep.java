package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Keeps the store within its bounds: rolls journals over, drops groups. One thread at a time. */
final class Upkeep {

  private static final Duration IDLE = Duration.ofDays(1);

  private final StoreBounds bounds;
  private final Clock clock;
  private final Memory memory;
  private final JournalFiles journals;
  private final Compaction compaction;
  private volatile boolean rollOver = true;

  Upkeep(
      StoreBounds bounds,
      Clock clock,
      Memory memory,
      JournalFiles journals,
      Compaction compaction) {
    this.bounds = bounds;
    this.clock = clock;
    this.memory = memory;
    this.journals = journals;
    this.compaction = compaction;
  }

  void wantsRollOver() {
    rollOver = true;
  }

  /**
   * @param flush writes what is pending, deletions among it: they belong into the journal that also
   *     holds the lines of what they delete
   */
  void run(Runnable flush, Object flushing) throws IOException {
    if (rollOver) {
      compactOld();
      flush.run();
      synchronized (flushing) {
        journals.rollOver();
        memory.rolledOver();
      }
      compactOld();
      rollOver = false;
    }
    makeRoom();
  }

  private void compactOld() throws IOException {
    for (int journal : journals.old()) {
      compaction.compact(journal);
    }
  }

  /** Drops the groups that were deleted after they were last new. */
  void bury(Map<GroupId, Instant> deletions) throws IOException {
    List<GroupId> buried = new ArrayList<>();
    deletions.forEach(
        (id, time) -> {
          if (memory.find(id).filter(slot -> slot.first <= time.toEpochMilli()).isPresent()) {
            buried.add(id);
          }
        });
    if (!buried.isEmpty()) {
      drop(buried);
      // Their lines in the journal go with the roll-over that follows.
      rollOver = true;
    }
  }

  private void drop(List<GroupId> ids) throws IOException {
    ids.forEach(id -> memory.delete(id, clock.millis()));
    compaction.remove(ids);
  }

  /** How many groups went. */
  long expire(Instant before, Runnable flush, Object flushing) throws IOException {
    long went = drop(slot -> slot.last < before.toEpochMilli(), memory.size());
    rollOver = true;
    run(flush, flushing);
    compaction.expire(before);
    return went;
  }

  private void makeRoom() throws IOException {
    long idle = clock.instant().minus(IDLE).toEpochMilli();
    if (memory.size() >= bounds.groups()) {
      drop(slot -> slot.last < idle, bounds.groups() / 20);
    }
    long over = bytes() - bounds.bytes();
    if (over > 0) {
      int average = (int) Math.max(1, bytes() / Math.max(1, memory.size()));
      drop(slot -> slot.bytes > 0, (int) (over / average) + 1 + memory.size() / 50);
    }
  }

  private long bytes() {
    return journals.length() + memory.all().stream().mapToLong(slot -> slot.bytes).sum();
  }

  private long drop(Predicate<Slot> which, int most) throws IOException {
    List<GroupId> worst =
        memory.all().stream()
            .filter(which)
            .sorted(Comparator.comparingDouble(Upkeep::worth))
            .limit(most)
            .map(slot -> slot.id)
            .toList();
    drop(worst);
    return worst.size();
  }

  /** A day without an error weighs as much as half the errors. */
  private static double worth(Slot slot) {
    double days = slot.last / (double) Duration.ofDays(1).toMillis();
    return days + Math.log(slot.total) / Math.log(2);
  }
}
