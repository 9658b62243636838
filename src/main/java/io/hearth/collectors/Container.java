package io.hearth.collectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a container or a service manager allows this process, in either version of control groups.
 *
 * <p>A limit may stand at any level between the process's own group and the root, so each file is
 * looked for upwards and the tightest number counts. Inside a container the group's path often
 * names a folder of the machine outside, which is not there; then the root itself is the group.
 * Source: the kernel's {@code cgroup-v1} and {@code cgroup-v2} documents.
 */
final class Container {

  private static final String MOUNT = "sys/fs/cgroup";

  /** Version 1 writes "no limit" as the largest number of whole pages. */
  private static final long NO_LIMIT = 1L << 62;

  private final SystemFiles files;

  Container(SystemFiles files) {
    this.files = files;
  }

  /** Empty where the system has no control groups. */
  Optional<Facts> facts() {
    List<String> groups = files.lines("proc/self/cgroup");
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> unified =
        groups.stream()
            .filter(line -> line.startsWith("0::"))
            .map(line -> line.substring(3))
            .findFirst();
    boolean second = files.text(MOUNT + "/cgroup.controllers").isPresent();
    return Optional.of(second ? version2(unified.orElse("/")) : version1());
  }

  private Facts version2(String group) {
    Facts facts =
        new Facts()
            .put("controlGroups", 2)
            .put("memoryLimitBytes", tightest(MOUNT, group, "memory.max"))
            .put("memoryUsedBytes", nearest(MOUNT, group, "memory.current").flatMap(files::number))
            .put("swapLimitBytes", tightest(MOUNT, group, "memory.swap.max"))
            .put("processLimit", tightest(MOUNT, group, "pids.max"))
            .put("processes", nearest(MOUNT, group, "pids.current").flatMap(files::number));
    nearest(MOUNT, group, "memory.events")
        .ifPresent(path -> facts.put("killedForMemory", counter(path, "oom_kill")));
    nearest(MOUNT, group, "cpu.max")
        .flatMap(files::text)
        .ifPresent(quota -> facts.put("processorLimit", processors(quota.split("\\s+"))));
    nearest(MOUNT, group, "cpu.stat").ifPresent(path -> throttled(facts, path));
    return facts;
  }

  private Facts version1() {
    String memory = MOUNT + "/memory";
    String cpu = MOUNT + "/cpu";
    String pids = MOUNT + "/pids";
    String cpuGroup = groupOf("cpu");
    Facts facts =
        new Facts()
            .put("controlGroups", 1)
            .put("memoryLimitBytes", tightest(memory, groupOf("memory"), "memory.limit_in_bytes"))
            .put(
                "memoryUsedBytes",
                nearest(memory, groupOf("memory"), "memory.usage_in_bytes").flatMap(files::number))
            .put("processLimit", tightest(pids, groupOf("pids"), "pids.max"))
            .put(
                "processes", nearest(pids, groupOf("pids"), "pids.current").flatMap(files::number));
    nearest(memory, groupOf("memory"), "memory.oom_control")
        .ifPresent(path -> facts.put("killedForMemory", counter(path, "oom_kill")));
    Optional<String> quota = nearest(cpu, cpuGroup, "cpu.cfs_quota_us").flatMap(files::text);
    Optional<String> period = nearest(cpu, cpuGroup, "cpu.cfs_period_us").flatMap(files::text);
    if (quota.isPresent() && period.isPresent()) {
      facts.put("processorLimit", processors(quota.get(), period.get()));
    }
    nearest(cpu, cpuGroup, "cpu.stat").ifPresent(path -> throttled(facts, path));
    return facts;
  }

  /** Lines of version 1 are {@code number:controllers:path}. */
  private String groupOf(String controller) {
    return files.lines("proc/self/cgroup").stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && List.of(parts[1].split(",")).contains(controller))
        .map(parts -> parts[2])
        .findFirst()
        .orElse("/");
  }

  private void throttled(Facts facts, String path) {
    facts
        .put("throttledPeriods", counter(path, "nr_throttled"))
        .put("periods", counter(path, "nr_periods"));
  }

  private Optional<Long> counter(String path, String name) {
    return SystemFiles.number(files.value(path, name));
  }

  /** Quota and period in microseconds; {@code max} and -1 are no limit. */
  private static Optional<Double> processors(String... quotaAndPeriod) {
    if (quotaAndPeriod.length != 2 || !quotaAndPeriod[0].matches("\\d+")) {
      return Optional.empty();
    }
    double period = Double.parseDouble(quotaAndPeriod[1]);
    return period > 0
        ? Optional.of(Double.parseDouble(quotaAndPeriod[0]) / period)
        : Optional.empty();
  }

  private Optional<Long> tightest(String mount, String group, String file) {
    return upwards(mount, group).stream()
        .flatMap(folder -> files.number(folder + "/" + file).stream())
        .filter(limit -> limit < NO_LIMIT)
        .min(Long::compare);
  }

  private Optional<String> nearest(String mount, String group, String file) {
    return upwards(mount, group).stream()
        .map(folder -> folder + "/" + file)
        .filter(path -> files.text(path).isPresent())
        .findFirst();
  }

  private static List<String> upwards(String mount, String group) {
    // Seen from a namespace of its own, a group may begin with "/../", which leads above the mount.
    Path below = Path.of("/").relativize(Path.of("/" + group).normalize());
    List<String> folders = new ArrayList<>();
    for (Path path = below; path != null && !path.toString().isEmpty(); path = path.getParent()) {
      folders.add(mount + "/" + path);
    }
    folders.add(mount);
    return folders;
  }
}
