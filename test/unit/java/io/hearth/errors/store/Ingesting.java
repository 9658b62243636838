package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that records as fast as it can, to be killed. Each line of its output is a number of
 * events that were recorded, the time, and for how many milliseconds at most the machine has kept a
 * thread of it waiting.
 */
final class Ingesting {

  static final int GROUPS = 300;

  private static final long BEAT_MILLIS = 20;

  private Ingesting() {}

  /** Measures by how much a thread comes too late that does nothing but come. */
  private static AtomicLong lateness() {
    AtomicLong worst = new AtomicLong();
    Thread heart =
        new Thread(
            () -> {
              for (long last = System.nanoTime(); ; last = System.nanoTime()) {
                LockSupport.parkNanos(BEAT_MILLIS * 1_000_000);
                long late = (System.nanoTime() - last) / 1_000_000 - BEAT_MILLIS;
                worst.accumulateAndGet(late, Math::max);
              }
            });
    heart.setDaemon(true);
    heart.start();
    return worst;
  }

  public static void main(String[] arguments) throws IOException {
    PrivateFolder nodes = new PrivateFolder(Path.of(arguments[0]));
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "a", clock);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    AtomicLong late = lateness();
    // It is killed before this ends it.
    try (ErrorStore store =
        new ErrorStore(
            nodes, "a", "11.0", clock, bounds(), decisions, warning -> out.println(warning))) {
      for (int i = 0; i < Integer.MAX_VALUE; i++) {
        ErrorEvent event = Given.event(i, clock.instant());
        store.record(
            Given.group(i % GROUPS),
            event,
            OptionalLong.of(i % 1000),
            Given.scrubbed(Given.group(i % GROUPS), event));
        if (i % 500 == 499) {
          out.println(i + 1 + " " + Instant.now().toEpochMilli() + " " + late.get());
        }
      }
    }
  }

  /** Small journals, so that death often meets a compaction. */
  private static StoreBounds bounds() {
    StoreBounds usual = StoreBounds.DEFAULT;
    return new StoreBounds(
        usual.groups(),
        usual.bytes(),
        usual.groupBytes(),
        256 << 10,
        usual.pendingBytes(),
        usual.samples(),
        usual.flushEvery());
  }
}
