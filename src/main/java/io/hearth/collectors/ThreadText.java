package io.hearth.collectors;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * A thread dump in the text form of {@code jstack}, for a JVM that does not write one itself.
 * {@code ThreadInfo.toString()} would stop after eight frames.
 */
final class ThreadText {

  private final ThreadMXBean threads;
  private final StringBuilder text = new StringBuilder();

  private ThreadText(ThreadMXBean threads) {
    this.threads = threads;
  }

  static String now() {
    ThreadText text = new ThreadText(ManagementFactory.getThreadMXBean());
    text.dump();
    return text.text.toString();
  }

  private void dump() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    line("Full thread dump %s (%s):", runtime.getVmName(), runtime.getVmVersion());
    for (ThreadInfo thread :
        threads.dumpAllThreads(threads.isObjectMonitorUsageSupported(), false)) {
      line("");
      thread(thread);
    }
    // Both calls answer null where there is no deadlock.
    long[] deadlocked =
        threads.isSynchronizerUsageSupported()
            ? threads.findDeadlockedThreads()
            : threads.findMonitorDeadlockedThreads();
    if (deadlocked != null) {
      deadlock(deadlocked);
    }
  }

  private void thread(ThreadInfo thread) {
    line(
        "\"%s\" #%d%s prio=%d cpu=%s",
        thread.getThreadName(),
        thread.getThreadId(),
        thread.isDaemon() ? " daemon" : "",
        thread.getPriority(),
        cpu(thread.getThreadId()));
    line("   java.lang.Thread.State: %s", thread.getThreadState());
    StackTraceElement[] stack = thread.getStackTrace();
    for (int depth = 0; depth < stack.length; depth++) {
      line("\tat %s", stack[depth]);
      if (depth == 0 && thread.getLockInfo() != null) {
        waiting(thread, thread.getLockInfo());
      }
      for (MonitorInfo monitor : thread.getLockedMonitors()) {
        if (monitor.getLockedStackDepth() == depth) {
          line("\t- locked %s", named(monitor));
        }
      }
    }
  }

  private void waiting(ThreadInfo thread, LockInfo lock) {
    String verb =
        switch (thread.getThreadState()) {
          case BLOCKED -> "waiting to lock";
          default -> "waiting on";
        };
    String owner =
        thread.getLockOwnerName() == null ? "" : " held by \"" + thread.getLockOwnerName() + "\"";
    line("\t- %s %s%s", verb, named(lock), owner);
  }

  private void deadlock(long[] ids) {
    line("");
    line("Found a deadlock of %d threads:", ids.length);
    for (ThreadInfo thread : threads.getThreadInfo(ids)) {
      if (thread != null) {
        line(
            "\"%s\" waits for %s, held by \"%s\"",
            thread.getThreadName(), thread.getLockName(), thread.getLockOwnerName());
      }
    }
  }

  private String cpu(long id) {
    boolean measured = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    long nanos = measured ? threads.getThreadCpuTime(id) : -1;
    return nanos < 0 ? "unknown" : String.format(Locale.ROOT, "%.2fms", nanos / 1e6);
  }

  private static String named(LockInfo lock) {
    return String.format("<0x%08x> (a %s)", lock.getIdentityHashCode(), lock.getClassName());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
