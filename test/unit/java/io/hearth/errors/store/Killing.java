package io.hearth.errors.store;

import io.hearth.store.PrivateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a process that records errors as fast as it can ({@link Ingesting}), again and again on the
 * same folder, and looks after each death at what is there.
 */
public final class Killing {

  /** The interval of flushing, and what a busy machine may be late by. */
  private static final long INTERVAL_MILLIS = 1000;

  private static final long LATE_MILLIS = 500;

  /** What the deaths left: events that had to be there and are not, and files that are broken. */
  record Result(int kills, long acknowledged, long lost, List<String> broken, int groups) {}

  private final Path folder;
  private final Random random;

  Killing(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /** Arguments: how often to kill, and the seed of the moments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hearth-kill");
    try {
      Result result =
          new Killing(folder, Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[0]));
      System.out.println(result);
      if (result.lost() > 0 || !result.broken().isEmpty()) {
        throw new IllegalStateException("a kill took more than the last second");
      }
    } finally {
      new PrivateFolder(folder).delete();
    }
  }

  Result run(int kills) throws IOException, InterruptedException {
    long acknowledged = 0;
    long lost = 0;
    long before = 0;
    List<String> broken = new ArrayList<>();
    ErrorView view = look();
    for (int kill = 0; kill < kills; kill++) {
      long safe = ingestAndKill(1300 + random.nextInt(1200));
      view = look();
      long total = view.groups().stream().mapToLong(StoredGroup::total).sum();
      acknowledged += safe;
      lost += Math.max(0, before + safe - total);
      broken.addAll(view.skipped());
      before = total;
    }
    return new Result(kills, acknowledged, lost, broken, view.groups().size());
  }

  private ErrorView look() {
    PrivateFolder nodes = new PrivateFolder(folder);
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "reader", clock);
    return new ErrorArchive(nodes, Optional.empty(), decisions, clock).view();
  }

  /** How many events were recorded longer than an interval before the kill. */
  private long ingestAndKill(long millis) throws IOException, InterruptedException {
    Process process = Child.start("-Xmx64m", Ingesting.class, folder, "");
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
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process outlives its kill");
    }
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
