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

/**
 * A process that records as fast as it can, to be killed. Each line of its output is a number of
 * events that were recorded, and the time.
 */
final class Ingesting {

  static final int GROUPS = 300;

  private Ingesting() {}

  public static void main(String[] arguments) throws IOException {
    PrivateFolder nodes = new PrivateFolder(Path.of(arguments[0]));
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "a", clock);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
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
          out.println(i + 1 + " " + Instant.now().toEpochMilli());
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
