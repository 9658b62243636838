package io.hearth.application;

import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Scope;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The entries of one ZIP in the order of writing. */
record Plan(List<Planned> entries) {

  /** An entry and the item it belongs to. */
  record Planned(String item, Entry entry) {

    long expectedBytes() {
      if (entry instanceof Entry.FromFile file) {
        return file.expectedBytes();
      }
      return entry instanceof Entry.Made made ? made.expectedBytes() : 0;
    }
  }

  /** Of an item, for which a limit of the ZIP in bytes or time hardly matters. */
  private static final long SMALL = 4L << 20;

  Plan {
    entries = List.copyOf(entries);
  }

  /**
   * Fits the ZIP: when all items together are larger, each may take the same share, and what small
   * items leave of theirs goes to the larger ones. So configuration is not lost to logs, and every
   * item keeps what it finds most important. Files grow meanwhile, so this is no bound by itself.
   */
  static Plan within(long maxBytes, List<Collector> collectors, Scope scope, Journal journal) {
    Plan plan = of(collectors, scope, journal);
    Plan fitting =
        plan.expectedBytes() <= maxBytes
            ? plan
            : of(collectors, scope.atMost(plan.share(maxBytes)), journal);
    return fitting.mostTellingFirst();
  }

  /**
   * So that a limit costs least when it is reached: what is small first, item by item, because it
   * costs next to nothing and is read first; then the large items in turns, for each begins with
   * what tells most and is newest.
   */
  private Plan mostTellingFirst() {
    Map<String, Long> bytes = bytesByItem();
    List<Planned> ordered = new ArrayList<>();
    Map<String, Queue<Planned>> large = new LinkedHashMap<>();
    for (Planned one : entries) {
      if (bytes.get(one.item()) <= SMALL) {
        ordered.add(one);
      } else {
        large.computeIfAbsent(one.item(), item -> new ArrayDeque<>()).add(one);
      }
    }
    while (!large.isEmpty()) {
      large.values().forEach(queue -> ordered.add(queue.remove()));
      large.values().removeIf(Queue::isEmpty);
    }
    return new Plan(ordered);
  }

  private Map<String, Long> bytesByItem() {
    Map<String, Long> bytes = new HashMap<>();
    entries.forEach(one -> bytes.merge(one.item(), one.expectedBytes(), Long::sum));
    return bytes;
  }

  /** The size to which items must be cut for all of them to fit. */
  private long share(long maxBytes) {
    List<Long> smallestFirst = bytesByItem().values().stream().sorted().toList();
    long left = maxBytes;
    long share = 0;
    for (int n = 0; n < smallestFirst.size(); n++) {
      share = left / (smallestFirst.size() - n);
      left -= Math.min(share, smallestFirst.get(n));
    }
    return share;
  }

  static Plan of(List<Collector> collectors, Scope scope, Journal journal) {
    List<Planned> entries = new ArrayList<>();
    for (Collector collector : collectors) {
      String item = collector.item().id();
      for (Entry entry : entriesOf(collector, scope, journal)) {
        entries.add(new Planned(item, entry));
      }
    }
    return new Plan(entries);
  }

  /** How many entries can be given. */
  long given() {
    return entries.stream().filter(one -> !(one.entry() instanceof Entry.Missing)).count();
  }

  /** How many entries are not, or not wholly, given, as far as can be told beforehand. */
  long left() {
    return entries.stream().filter(Plan::isShort).count();
  }

  private static boolean isShort(Planned planned) {
    return planned.entry() instanceof Entry.Missing
        || (planned.entry() instanceof Entry.FromFile file && file.cut());
  }

  long expectedBytes() {
    return entries.stream().mapToLong(Planned::expectedBytes).sum();
  }

  /** Read once more, before anything is copied. */
  long learnableBytes() {
    return entries.stream()
        .filter(planned -> planned.entry() instanceof Entry.FromFile)
        .mapToLong(Planned::expectedBytes)
        .sum();
  }

  /** An item that fails while it lists is one missing entry, and the others are collected. */
  private static List<Entry> entriesOf(Collector collector, Scope scope, Journal journal) {
    String item = collector.item().id();
    try {
      return collector.entries(scope);
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      journal.failed("listing item " + item, e);
      return List.of(new Entry.Missing(item, item, Entry.Unreadable.FAILED));
    }
  }
}
