package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Thrown;
import io.hearth.errors.store.Pending.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The groups of this node with what was counted since the last flush. Every method holds the one
 * lock for some microseconds at most; nothing in here waits for a disk.
 *
 * <p>Invariant: a group with something pending is in {@code dirty}. What is pending weighs at most
 * about twice {@link StoreBounds#pendingBytes}: from then on events are only counted, without names
 * and samples, and no group is added.
 */
final class Memory {

  enum Verdict {
    /** No such group; see {@link #begin}. */
    UNKNOWN,
    COUNTED,
    /** Counted, and the event is wanted as a sample; see {@link #keep}. */
    SAMPLE_WANTED
  }

  private static final int SHARDS = 256;
  private static final int PART_BYTES = 700;
  private static final int NAME_BYTES = 100;
  private static final int STRING_BYTES = 60;

  private final StoreBounds bounds;
  private final String productRelease;
  private final Map<GroupId, Slot> slots = new HashMap<>();
  private final int[] inShard = new int[SHARDS];
  private Map<GroupId, Slot> dirty = new LinkedHashMap<>();
  private IntakeTally tally = new IntakeTally();
  private List<String> deletions = new ArrayList<>();
  private long weight;

  private final Runnable onHeavy;
  private boolean asked;

  /**
   * @param onHeavy called once when a flush should not wait for its time
   */
  Memory(StoreBounds bounds, String productRelease, Runnable onHeavy) {
    this.bounds = bounds;
    this.productRelease = productRelease;
    this.onHeavy = onHeavy;
  }

  synchronized Verdict count(GroupId id, ErrorEvent event, OptionalLong user) {
    Slot slot = slots.get(id);
    if (slot == null) {
      return Verdict.UNKNOWN;
    }
    long time = event.time().toEpochMilli();
    Part part = pending(slot);
    if (isOverfull()) {
      part.tick(time, event.level(), event.outermost().map(Thrown::handled).orElse(true));
    } else {
      int names = part.namesHeld();
      part.count(event, productRelease);
      weight += (long) NAME_BYTES * (part.namesHeld() - names);
    }
    slot.seen(1, time, time);
    user.ifPresent(hash -> part.users.atLeast(Part.day(time), slot.user(Part.day(time), hash)));
    askForFlush();
    boolean sample =
        !slot.overflow && weight < bounds.pendingBytes() && slot.takesSample(time, atOnce());
    return sample ? Verdict.SAMPLE_WANTED : Verdict.COUNTED;
  }

  /** Samples of a group that are taken as they come: fewer when each group's share is small. */
  private int atOnce() {
    int share = bounds.share(slots.size());
    return Math.max(1, Math.min(bounds.samples() / 2, share / (8 << 10)));
  }

  private Part pending(Slot slot) {
    if (slot.pending.isEmpty()) {
      slot.pending = Optional.of(new Part(slot.id));
      dirty.put(slot.id, slot);
      weight += PART_BYTES;
    }
    return slot.pending.get();
  }

  private boolean isOverfull() {
    return weight > 2L * bounds.pendingBytes();
  }

  private void askForFlush() {
    if (weight > bounds.pendingBytes() && !asked) {
      asked = true;
      onHeavy.run();
    }
  }

  /** Whether there is room for one more group. */
  synchronized boolean hasRoom(GroupId id) {
    return slots.size() < bounds.groups() && !isOverfull() && inShard[shard(id)] < mostInShard();
  }

  /** Ids spread evenly unless somebody chooses them; nobody shall fill one file alone. */
  private int mostInShard() {
    return Math.max(64, 3 * bounds.groups() / SHARDS);
  }

  private static int shard(GroupId id) {
    return Integer.parseInt(GroupFiles.shardOf(id), 16);
  }

  /**
   * Adds a group, if it is still unknown, with its first event. Both at once: a flush between them
   * would write a head without a count, which stands for a group that is no more.
   */
  synchronized Verdict begin(GroupId id, Head head, ErrorEvent event, OptionalLong user) {
    add(id, head);
    return count(id, event, user);
  }

  private void add(GroupId id, Head head) {
    if (slots.containsKey(id)) {
      return;
    }
    Slot slot = new Slot(id, head.overflow());
    restore(slot);
    pending(slot).head = Optional.of(head);
    weight += STRING_BYTES + 2L * (head.title().length() + head.culprit().length());
  }

  synchronized void keep(GroupId id, String sample) {
    Slot slot = slots.get(id);
    if (slot != null) {
      pending(slot);
      slot.add(sample);
      weight += STRING_BYTES + sample.length();
    }
  }

  synchronized void tally(int day, Outcome kind, String reason, long n) {
    tally.add(day, kind, reason, n);
  }

  /** All that is pending; the caller writes it or gives it back. */
  synchronized Pending take() {
    List<Batch> batches = new ArrayList<>(dirty.size());
    for (Slot slot : dirty.values()) {
      slot.pending.ifPresent(part -> batches.add(new Batch(part, slot.samples)));
      slot.pending = Optional.empty();
      slot.samples = List.of();
    }
    Pending taken = new Pending(deletions, batches, tally);
    dirty = new LinkedHashMap<>();
    deletions = new ArrayList<>();
    tally = new IntakeTally();
    weight = 0;
    asked = false;
    return taken;
  }

  /** Copies of what is pending, while it cannot be written. */
  synchronized List<Part> unwritten() {
    return dirty.values().stream().flatMap(slot -> slot.pending.stream()).map(Part::copy).toList();
  }

  /** Takes back what could not be written. Of groups deleted meanwhile nothing comes back. */
  synchronized void giveBack(Pending unwritten) {
    // The disk fails: the next try is the timer's.
    asked = true;
    deletions.addAll(0, unwritten.deletions());
    unwritten.tally().add(tally);
    tally = unwritten.tally();
    for (Batch batch : unwritten.batches()) {
      Slot slot = slots.get(batch.part().id);
      if (slot != null) {
        giveBack(slot, batch);
      }
    }
  }

  private void giveBack(Slot slot, Batch batch) {
    Part part = batch.part();
    slot.pending.ifPresent(part::append);
    List<String> samples = new ArrayList<>(batch.samples());
    samples.addAll(slot.samples);
    slot.pending = Optional.of(part);
    slot.samples = samples;
    dirty.put(slot.id, slot);
    weight += PART_BYTES + (long) NAME_BYTES * part.namesHeld();
    samples.forEach(sample -> weight += STRING_BYTES + sample.length());
  }

  /** Notes bytes that a flush wrote; whether that is enough of one group to roll over. */
  synchronized boolean wrote(GroupId id, int bytes) {
    Slot slot = slots.get(id);
    if (slot == null) {
      return false;
    }
    slot.journalBytes += bytes;
    return slot.journalBytes > bounds.journalShare();
  }

  synchronized void rolledOver() {
    slots.values().forEach(slot -> slot.journalBytes = 0);
  }

  /** Notes a snapshot that was found or written. */
  synchronized void snapshot(GroupId id, int bytes) {
    Slot slot = slots.get(id);
    if (slot != null) {
      slot.bytes = bytes;
    }
  }

  synchronized void restore(Slot slot) {
    slots.put(slot.id, slot);
    inShard[shard(slot.id)]++;
  }

  /** A group that had a snapshot and has none any more is forgotten. */
  synchronized void lostSnapshot(GroupId id) {
    if (find(id).filter(slot -> slot.bytes > 0).isPresent()) {
      forget(id);
    }
  }

  synchronized Optional<Slot> find(GroupId id) {
    return Optional.ofNullable(slots.get(id));
  }

  synchronized Collection<Slot> all() {
    return List.copyOf(slots.values());
  }

  synchronized int size() {
    return slots.size();
  }

  /** Forgets a group with what is pending of it; the next flush tells the readers. */
  synchronized void delete(GroupId id, long time) {
    forget(id);
    deletions.add(Lines.deleted(id, time));
  }

  synchronized void forget(GroupId id) {
    if (slots.remove(id) != null) {
      inShard[shard(id)]--;
    }
    dirty.remove(id);
  }

  synchronized void clear() {
    slots.clear();
    Arrays.fill(inShard, 0);
    dirty.clear();
    deletions.clear();
    tally = new IntakeTally();
    weight = 0;
  }

  synchronized void forgetUsersBefore(int day) {
    slots.values().forEach(slot -> slot.forgetUsersBefore(day));
  }
}
