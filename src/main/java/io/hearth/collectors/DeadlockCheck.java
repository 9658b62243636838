package io.hearth.collectors;

import io.hearth.collectors.Verdict.Status;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Threads that wait for each other for ever; one such pair is a problem. */
final class DeadlockCheck implements HealthCheck {

  @Override
  public String id() {
    return "deadlock";
  }

  @Override
  public List<Verdict> look(Scope scope) {
    if (!scope.live()) {
      return List.of();
    }
    var threads = ManagementFactory.getThreadMXBean();
    // Both calls answer null where there is no deadlock.
    long[] found =
        threads.isSynchronizerUsageSupported()
            ? threads.findDeadlockedThreads()
            : threads.findMonitorDeadlockedThreads();
    return List.of(found == null ? well() : locked(threads.getThreadInfo(found)));
  }

  private static Verdict well() {
    return new Verdict(Status.OK, List.of(), new Facts().put("threads", List.of()));
  }

  private static Verdict locked(ThreadInfo[] threads) {
    List<Map<String, Object>> named =
        Arrays.stream(threads)
            .filter(Objects::nonNull)
            .map(
                thread ->
                    new Facts()
                        .put("thread", thread.getThreadName())
                        .put("waitsFor", thread.getLockName())
                        .put("heldBy", thread.getLockOwnerName())
                        .asMap())
            .toList();
    String names =
        String.join(", ", named.stream().map(one -> "\"" + one.get("thread") + "\"").toList());
    return new Verdict(
        Status.PROBLEM, List.of(named.size(), names), new Facts().put("threads", named));
  }
}
