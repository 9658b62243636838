package io.hearth.application;

import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    return plan.expectedBytes() <= maxBytes
        ? plan
        : of(collectors, scope.atMost(plan.share(maxBytes)), journal);
  }

  /** The size to which items must be cut for all of them to fit. */
  private long share(long maxBytes) {
    Map<String, Long> bytesByItem = new HashMap<>();
    entries.forEach(one -> bytesByItem.merge(one.item(), one.expectedBytes(), Long::sum));
    List<Long> smallestFirst = bytesByItem.values().stream().sorted().toList();
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
