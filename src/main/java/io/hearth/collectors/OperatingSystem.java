package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The machine: processors, memory, load, disks, limits, time. Offline it is the machine on which
 * the ZIP is made, and what belongs to the product's process is left out.
 */
final class OperatingSystem implements Collector {

  private static final Item ITEM =
      new Item(
          "operating-system",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.NETWORK),
          Cost.NONE);

  private final SystemFiles files;

  OperatingSystem(SystemFiles files) {
    this.files = files;
  }

  OperatingSystem() {
    this(new SystemFiles(Path.of("/")));
  }

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    return List.of(Facts.entry("operating-system.json", 4096, () -> facts(scope)));
  }

  private Facts facts(Scope scope) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    Facts facts =
        new Facts()
            .put("name", system.getName())
            .put("version", system.getVersion())
            .put("distribution", distribution())
            .put("architecture", system.getArch())
            .put("processors", processors(system.getAvailableProcessors()))
            .put("load", load())
            .put("memory", memory())
            .put("pressure", pressure())
            .put("disks", Disks.of(scope).stream().map(disk -> disk.facts().asMap()).toList())
            .put("time", time(scope.clock().instant()));
    return scope.live()
        ? facts.put("container", new Container(files).facts()).put("process", process())
        : facts;
  }

  private Optional<String> distribution() {
    return files.value("etc/os-release", "PRETTY_NAME").map(name -> name.replaceAll("^\"|\"$", ""));
  }

  private Facts processors(int available) {
    return new Facts()
        .put("availableToJvm", available)
        .put(
            "ofMachine",
            files.lines("proc/cpuinfo").stream().filter(l -> l.startsWith("processor")).count())
        .put("model", files.value("proc/cpuinfo", "model name"));
  }

  private Facts load() {
    Facts facts = new Facts();
    double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    List<String> averages =
        files.text("proc/loadavg").map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    if (averages.size() >= 3) {
      facts
          .put("oneMinute", Double.valueOf(averages.get(0)))
          .put("fiveMinutes", Double.valueOf(averages.get(1)))
          .put("fifteenMinutes", Double.valueOf(averages.get(2)));
    } else if (average >= 0) {
      facts.put("oneMinute", average);
    }
    return facts;
  }

  private Facts memory() {
    return new Facts()
        .put(
            "totalBytes", kibibytes("MemTotal").or(() -> Mbeans.operatingSystem("TotalMemorySize")))
        .put("availableBytes", kibibytes("MemAvailable"))
        .put("freeBytes", kibibytes("MemFree").or(() -> Mbeans.operatingSystem("FreeMemorySize")))
        .put("fileCacheBytes", kibibytes("Cached"))
        .put(
            "swapTotalBytes",
            kibibytes("SwapTotal").or(() -> Mbeans.operatingSystem("TotalSwapSpaceSize")))
        .put(
            "swapFreeBytes",
            kibibytes("SwapFree").or(() -> Mbeans.operatingSystem("FreeSwapSpaceSize")))
        .put("hugePagesTotal", SystemFiles.number(files.value("proc/meminfo", "HugePages_Total")))
        .put("transparentHugePages", transparentHugePages());
  }

  /** The kernel writes all choices and puts the one in force in brackets. */
  private Optional<String> transparentHugePages() {
    return files
        .text("sys/kernel/mm/transparent_hugepage/enabled")
        .map(choices -> choices.replaceAll(".*\\[(\\w+)].*", "$1"));
  }

  private Optional<Number> kibibytes(String name) {
    return SystemFiles.number(
            files.value("proc/meminfo", name).map(value -> value.replace(" kB", "")))
        .map(kib -> kib * 1024);
  }

  /** Shares of time in which tasks waited, as the kernel's {@code psi} document defines them. */
  private Facts pressure() {
    Facts facts = new Facts();
    for (String resource : List.of("cpu", "memory", "io")) {
      List<String> lines = files.lines("proc/pressure/" + resource);
      if (!lines.isEmpty()) {
        facts.put(resource, lines);
      }
    }
    return facts;
  }

  private Facts process() {
    return new Facts()
        .put("openFileDescriptors", Mbeans.operatingSystem("OpenFileDescriptorCount"))
        .put("fileDescriptorLimit", Mbeans.operatingSystem("MaxFileDescriptorCount"))
        .put("processorNanoseconds", Mbeans.operatingSystem("ProcessCpuTime"))
        .put("committedVirtualBytes", Mbeans.operatingSystem("CommittedVirtualMemorySize"))
        .put("residentBytes", resident())
        .put("limits", files.lines("proc/self/limits"));
  }

  private Optional<Long> resident() {
    return SystemFiles.number(
            files.value("proc/self/status", "VmRSS").map(value -> value.replace(" kB", "")))
        .map(kib -> kib * 1024);
  }

  private Facts time(Instant now) {
    ZoneId zone = ZoneId.systemDefault();
    return new Facts()
        .put("now", now)
        .put(
            "local", now.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString())
        .put("zone", zone.getId())
        .put("offset", zone.getRules().getOffset(now).getId())
        .put(
            "machineUpSeconds",
            files.text("proc/uptime").map(text -> text.replaceAll("\\..*", "")).map(Long::valueOf))
        .put(
            "clockSource",
            files.text("sys/devices/system/clocksource/clocksource0/current_clocksource"));
  }
}
