package io.hearth.collectors;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One line for each thread, the busiest first: what a person otherwise works out of two dumps by
 * hand. It also names who holds a lock of {@code java.util.concurrent}, which the JVM's own dump
 * tells for an extra walk over the whole heap only.
 */
final class ThreadTable {

  private static final double MILLION = 1e6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = new HashMap<>();

  private record Row(ThreadInfo thread, long cpu, long since) {}

  /** {@code since} of the first table counts from the start of each thread. */
  String now() {
    boolean measured = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    List<Row> rows = new ArrayList<>();
    Map<Long, Long> now = new HashMap<>();
    Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .forEach(
            thread -> {
              long id = thread.getThreadId();
              long cpu = measured ? Math.max(0, threads.getThreadCpuTime(id)) : 0;
              now.put(id, cpu);
              rows.add(new Row(thread, cpu, cpu - before.getOrDefault(id, 0L)));
            });
    before.clear();
    before.putAll(now);
    rows.sort(Comparator.comparingLong(Row::since).reversed());
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%8s %-13s %12s %12s %9s %9s  %s",
        "id",
        "state",
        "cpu ms",
        "since ms",
        "blocked",
        "waited",
        "name");
    rows.forEach(row -> row(text, row));
    return text.toString();
  }

  private static void row(StringBuilder text, Row row) {
    ThreadInfo thread = row.thread();
    String name = "\"" + thread.getThreadName() + "\"";
    String waits =
        thread.getLockName() == null ? "" : " waits for " + thread.getLockName() + owner(thread);
    line(
        text,
        "%8d %-13s %12.1f %12.1f %9d %9d  %s%s",
        thread.getThreadId(),
        thread.getThreadState(),
        row.cpu() / MILLION,
        row.since() / MILLION,
        thread.getBlockedCount(),
        thread.getWaitedCount(),
        name,
        waits);
  }

  private static String owner(ThreadInfo thread) {
    return thread.getLockOwnerName() == null
        ? ""
        : " held by \"" + thread.getLockOwnerName() + "\" (" + thread.getLockOwnerId() + ")";
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
