package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.store.PrivateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while errors come in; {@code -Dhearth.kills=100} for more of them. */
class KillTest {

  /** The interval of flushing, and what a busy machine may be late by. */
  private static final long INTERVAL_MILLIS = 1000;

  private static final long LATE_MILLIS = 500;

  /** The store's 16 MB, and what the program and the JVM's classes take themselves. */
  private static final String HEAP = "-Xmx24m";

  @TempDir Path folder;

  @Test
  void whatWasRecordedAnIntervalBeforeIsThereAndNoFileIsBroken() throws Exception {
    int kills = Integer.getInteger("hearth.kills", 8);
    Random random = new Random(20261124);
    long before = 0;
    for (int kill = 0; kill < kills; kill++) {
      long acknowledged = ingestAndKill(1300 + random.nextInt(1200));
      ErrorView view = look();
      long total = view.groups().stream().mapToLong(StoredGroup::total).sum();
      assertEquals(List.of(), view.skipped());
      assertTrue(
          total >= before + acknowledged,
          "kill " + kill + ": " + total + " of " + before + " and " + acknowledged);
      before = total;
    }
    assertEquals(Ingesting.GROUPS, look().groups().size());
  }

  @Test
  void aFloodOfAllGroupsFitsIntoLittleMemory() throws Exception {
    Process process = start(HEAP, Flooding.class, "200000");
    List<String> lines;
    try (BufferedReader out = process.inputReader()) {
      lines = out.lines().toList();
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(List.of("recorded 200000"), lines);
    assertEquals(200_000, look().groups().stream().mapToLong(StoredGroup::total).sum());
  }

  private Process start(String heap, Class<?> program, String argument) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            folder.toString(),
            argument)
        .redirectErrorStream(true)
        .start();
  }

  private ErrorView look() {
    PrivateFolder nodes = new PrivateFolder(folder);
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "reader", clock);
    return new ErrorArchive(nodes, Optional.empty(), decisions, clock).view();
  }

  /** How many events were recorded longer than an interval before the kill. */
  private long ingestAndKill(long millis) throws IOException, InterruptedException {
    Process process = start("-Xmx64m", Ingesting.class, "");
    List<String> lines = new ArrayList<>();
    long killed;
    try (BufferedReader out = process.inputReader()) {
      lines.add(out.readLine());
      long until = System.currentTimeMillis() + millis;
      while (System.currentTimeMillis() < until) {
        lines.add(out.readLine());
      }
      killed = System.currentTimeMillis();
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    long acknowledged = 0;
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (Long.parseLong(parts[1]) < killed - INTERVAL_MILLIS - LATE_MILLIS) {
        acknowledged = Long.parseLong(parts[0]);
      }
    }
    return acknowledged;
  }
}
