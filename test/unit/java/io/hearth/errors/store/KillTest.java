package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.store.PrivateFolder;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while errors come in; {@code npm run kill:ingest} for a hundred of them. */
class KillTest {

  private static final int KILLS = 8;
  private static final long SEED = 20261124;

  /** The store's 16 MB, and what the program and the JVM's classes take themselves. */
  private static final String HEAP = "-Xmx24m";

  @TempDir Path folder;

  @Test
  void whatWasRecordedAnIntervalBeforeIsThereAndNoFileIsBroken() throws Exception {
    Killing.Result result = new Killing(folder, SEED).run(KILLS);
    assertEquals(0, result.lost(), result::toString);
    assertEquals(List.of(), result.broken());
    assertTrue(result.acknowledged() > 0, "something was recorded");
    assertEquals(Ingesting.GROUPS, result.groups());
  }

  @Test
  void aFloodOfAllGroupsFitsIntoLittleMemory() throws Exception {
    Process process = Child.start(HEAP, Flooding.class, folder, "200000");
    List<String> lines;
    try (BufferedReader out = process.inputReader()) {
      lines = out.lines().toList();
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(List.of("recorded 200000"), lines);
    assertEquals(200_000, counted());
  }

  private long counted() {
    PrivateFolder nodes = new PrivateFolder(folder);
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "reader", clock);
    return new ErrorArchive(nodes, Optional.empty(), decisions, clock)
        .view().groups().stream().mapToLong(StoredGroup::total).sum();
  }
}
