package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in memory of one group: hardly anything but what was not written yet. */
final class Slot {

  private static final long SHORTEST_GAP = 1000;
  private static final long LONGEST_GAP = 6 * 3_600_000L;

  final GroupId id;
  final boolean overflow;
  long total;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  /** Of its snapshot. */
  int bytes;

  /** Of its lines in the current journal. */
  int journalBytes;

  /** The last journal that its snapshot includes. */
  int included;

  Optional<Part> pending = Optional.empty();
  List<String> samples = List.of();
  int samplesTaken;
  private long nextSample = Long.MIN_VALUE;
  private long gap = SHORTEST_GAP;
  private Users users = new Users(Integer.MIN_VALUE);

  Slot(GroupId id, boolean overflow) {
    this.id = id;
    this.overflow = overflow;
  }

  void seen(long count, long from, long to) {
    total += count;
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  /** How many users there were on that day so far, this one included. */
  long user(int day, long hash) {
    if (users.day() != day) {
      users = new Users(day);
    }
    users.add(hash);
    return users.estimate();
  }

  /** Forgets who was there on other days. */
  void forgetUsersBefore(int day) {
    if (users.day() < day && users.day() != Integer.MIN_VALUE) {
      users = new Users(Integer.MIN_VALUE);
    }
  }

  /**
   * Whether to keep an event whole: the first few, then one after a gap that doubles while they
   * keep coming and shrinks when they do not.
   */
  boolean takesSample(long now, int atOnce) {
    if (samplesTaken >= atOnce) {
      boolean tooSoon = now < nextSample && now >= nextSample - gap;
      if (tooSoon) {
        return false;
      }
      boolean quiet = now - nextSample > 4 * gap;
      gap = quiet ? Math.max(SHORTEST_GAP, gap / 4) : Math.min(LONGEST_GAP, Math.max(1, gap) * 2);
    }
    samplesTaken++;
    nextSample = now + gap;
    return true;
  }

  void add(String sample) {
    if (samples.isEmpty()) {
      samples = new ArrayList<>(1);
    }
    samples.add(sample);
  }
}
