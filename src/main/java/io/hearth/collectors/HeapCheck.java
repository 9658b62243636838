package io.hearth.collectors;

import io.hearth.collectors.Verdict.Status;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Optional;

/**
 * How much of the heap is in use after a collection: what is in use right now is mostly garbage and
 * says little. From 85 % on collections come too often to get work done, from 95 % on the next
 * large page runs out of memory.
 */
final class HeapCheck implements HealthCheck {

  private static final double WARNING = 0.85;
  private static final double PROBLEM = 0.95;

  /** What a heap was found to hold; {@code max} is the most it may grow to. */
  record Fill(long kept, long max) {}

  @Override
  public String id() {
    return "heap";
  }

  @Override
  public List<Verdict> look(Scope scope) {
    return scope.live() ? of(now()).stream().toList() : List.of();
  }

  static Optional<Verdict> of(Fill fill) {
    if (fill.max() <= 0) {
      return Optional.empty();
    }
    double share = (double) fill.kept() / fill.max();
    return Optional.of(
        new Verdict(
            Status.reached(share, WARNING, PROBLEM),
            List.of(Words.bytes(fill.kept()), Words.bytes(fill.max()), Words.percent(share)),
            new Facts()
                .put("keptBytes", fill.kept())
                .put("maxBytes", fill.max())
                .put("keptShare", share)
                .put("warningShare", WARNING)
                .put("problemShare", PROBLEM)));
  }

  private static Fill now() {
    long kept =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(HeapCheck::kept)
            .sum();
    return new Fill(kept, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax());
  }

  /**
   * After its last collection. A pool of old objects that was never collected, as G1's in its first
   * hours, counts as it is: nothing says how much of it is garbage, but young objects have left it.
   */
  private static long kept(MemoryPoolMXBean pool) {
    long after = Optional.ofNullable(pool.getCollectionUsage()).map(u -> u.getUsed()).orElse(0L);
    boolean young = pool.getName().matches(".*(Eden|Survivor|Young).*");
    return after == 0 && !young ? pool.getUsage().getUsed() : after;
  }
}
