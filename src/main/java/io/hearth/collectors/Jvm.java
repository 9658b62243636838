package io.hearth.collectors;

import io.hearth.collectors.Entry.Made;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JVM that the product runs in: how it was started, its memory, collectors and classes. */
final class Jvm implements Collector {

  private static final Item ITEM =
      new Item(
          "jvm",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.SECRETS, Reveals.PEOPLE, Reveals.NETWORK),
          Cost.NONE);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    if (!scope.live()) {
      return List.of(new Missing("jvm.json", "the product's JVM", Unreadable.NOT_SUPPORTED));
    }
    return List.of(
        Facts.entry("jvm.json", 8192, Jvm::facts),
        Facts.entry(
            "system-properties.json",
            8192,
            () -> named(TellingNames.keepProperties(System.getProperties()))),
        Facts.entry(
            "environment.json", 4096, () -> named(TellingNames.keepEnvironment(System.getenv()))),
        diagnostic("vm-flags.txt", 2048, "vmFlags"),
        diagnostic("heap.txt", 2048, "gcHeapInfo"));
  }

  private static Facts facts() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    var classes = ManagementFactory.getClassLoadingMXBean();
    return new Facts()
        .put("name", runtime.getVmName())
        .put("vendor", runtime.getVmVendor())
        .put("version", runtime.getVmVersion())
        .put("specification", runtime.getSpecVersion())
        .put("processId", runtime.getPid())
        .put("startedAt", Instant.ofEpochMilli(runtime.getStartTime()))
        .put("uptimeSeconds", runtime.getUptime() / 1000)
        .put("inputArguments", TellingNames.keepArguments(runtime.getInputArguments()))
        .put("memory", memory())
        .put("collectors", collectors())
        .put("buffers", buffers())
        .put(
            "classes",
            new Facts()
                .put("loaded", classes.getLoadedClassCount())
                .put("loadedEver", classes.getTotalLoadedClassCount())
                .put("unloaded", classes.getUnloadedClassCount()))
        .put("threads", threads());
  }

  private static Facts memory() {
    var memory = ManagementFactory.getMemoryMXBean();
    Facts pools = new Facts();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pools.put(
          pool.getName(),
          new Facts()
              .put("now", usage(pool.getUsage()))
              .put("peak", usage(pool.getPeakUsage()))
              // No collection has happened, or the pool is not collected: the JVM answers null.
              .put(
                  "afterCollection",
                  Optional.ofNullable(pool.getCollectionUsage()).map(Jvm::usage)));
    }
    return new Facts()
        .put("heap", usage(memory.getHeapMemoryUsage()))
        .put("outsideHeap", usage(memory.getNonHeapMemoryUsage()))
        .put("pools", pools);
  }

  private static Facts usage(MemoryUsage usage) {
    Facts facts =
        new Facts().put("usedBytes", usage.getUsed()).put("committedBytes", usage.getCommitted());
    return usage.getMax() < 0 ? facts : facts.put("maxBytes", usage.getMax());
  }

  private static Facts collectors() {
    Facts all = new Facts();
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      all.put(
          collector.getName(),
          new Facts()
              .put("collections", collector.getCollectionCount())
              .put("milliseconds", collector.getCollectionTime())
              .put("pools", List.of(collector.getMemoryPoolNames())));
    }
    return all;
  }

  private static Facts buffers() {
    Facts all = new Facts();
    for (var pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      all.put(
          pool.getName(),
          new Facts().put("count", pool.getCount()).put("usedBytes", pool.getMemoryUsed()));
    }
    return all;
  }

  private static Facts threads() {
    var threads = ManagementFactory.getThreadMXBean();
    return new Facts()
        .put("now", threads.getThreadCount())
        .put("daemon", threads.getDaemonThreadCount())
        .put("peak", threads.getPeakThreadCount())
        .put("startedEver", threads.getTotalStartedThreadCount());
  }

  private static Facts named(Map<String, String> values) {
    return new Facts().putAll(values);
  }

  private static Made diagnostic(String name, long bytes, String operation) {
    return new Made(
        name,
        bytes,
        out ->
            out.write(
                Mbeans.diagnostic(operation)
                    .orElse("This JVM does not offer " + operation + ".\n")
                    .getBytes(StandardCharsets.UTF_8)));
  }
}
