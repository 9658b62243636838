package io.hearth.errors.intake.tool;

import com.sun.management.OperatingSystemMXBean;
import io.hearth.errors.store.StoredGroup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code npm run bench:ingest}: how much the intake takes in, how fast, and what it costs. Prints a
 * line {@code name value} for each figure. Durable grouping is on throughout: the store writes its
 * journal once a second as in the product.
 */
public final class IngestBench {

  private static final int AGENTS = 20;
  private static final int PACED_PER_SECOND = 1000;
  private static final int PACED_SECONDS = 20;

  private final BenchEnvelope envelope = new BenchEnvelope();
  private final Path work;
  private final int events;
  private long number;
  private long refused;

  private IngestBench(Path work, int events) {
    this.work = work;
    this.events = events;
  }

  public static void main(String[] args) throws IOException {
    Path work = Path.of(args[0]);
    IngestBench bench = new IngestBench(work, Integer.parseInt(args[1]));
    say("bytes-each", bench.envelope.length());
    bench.warmUp();
    bench.throughput("50", 50);
    bench.throughput("10000", 10_000);
    bench.paced();
    bench.flood();
  }

  /** In a product the code is compiled when it matters. */
  private void warmUp() throws IOException {
    try (BenchIntake intake = fresh("warm")) {
      for (int n = 0; n < 30_000; n++) {
        send(intake, n % 50);
      }
    }
  }

  private static void say(String name, double value) {
    System.out.printf(Locale.ROOT, "%s %.3f%n", name, value);
  }

  private BenchIntake fresh(String name) throws IOException {
    return new BenchIntake(Files.createDirectories(work.resolve(name)));
  }

  /** Each event in a session of its own; what the quota of a node refuses comes again. */
  private void send(BenchIntake intake, int bug) {
    byte[] bytes = envelope.of(bug, number);
    String agent = agent((int) (number % AGENTS));
    while (intake.take(bytes, "", "session " + number, agent).status() != 200) {
      refused++;
      LockSupport.parkNanos(100_000);
    }
    number++;
  }

  private static String agent(int n) {
    return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + (" Chrome/" + (120 + n) + ".0.0.0 Safari/537.36");
  }

  /**
   * By processor time of the whole process, so that what else runs on the machine counts little.
   */
  private void throughput(String name, int groups) throws IOException {
    BenchIntake intake = fresh("groups-" + name);
    refused = 0;
    long wall = System.nanoTime();
    long processor = processorNanos();
    for (int n = 0; n < events; n++) {
      send(intake, n % groups);
    }
    intake.close();
    say("rate-" + name, events / ((processorNanos() - processor) / 1e9));
    say("wall-rate-" + name, events / ((System.nanoTime() - wall) / 1e9));
    say("waits-" + name, refused);
    say("disk-" + name, intake.bytes());
    say("groups-" + name, intake.archive().view().groups().size());
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** One event each millisecond whatever the last took: a late one counts from its own time. */
  private void paced() throws IOException {
    try (BenchIntake intake = fresh("paced")) {
      double[] millis = new double[PACED_PER_SECOND * PACED_SECONDS];
      long start = System.nanoTime();
      for (int n = 0; n < millis.length; n++) {
        long due = start + n * 1_000_000_000L / PACED_PER_SECOND;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        send(intake, n % 50);
        millis[n] = (System.nanoTime() - due) / 1e6;
      }
      Arrays.sort(millis);
      say("paced-p50", millis[millis.length / 2]);
      say("paced-p99", millis[millis.length * 99 / 100]);
    }
  }

  /** One bug floods; fifty others are there before, with their samples. */
  private void flood() throws IOException {
    BenchIntake intake = fresh("flood");
    for (int n = 0; n < 50 * 20; n++) {
      send(intake, n % 50);
    }
    intake.archive().view();
    long bytes = intake.bytes();
    int samples = samples(intake);
    for (int n = 0; n < events; n++) {
      send(intake, 99);
    }
    List<StoredGroup> groups = intake.archive().view().groups();
    say("flood-total", groups.stream().mapToLong(StoredGroup::total).max().orElse(0));
    say("flood-samples-lost", samples - samples(intake) + samplesOfLargest(intake));
    intake.close();
    say("flood-disk", intake.bytes() - bytes);
  }

  private static int samples(BenchIntake intake) {
    return intake.archive().view().groups().stream()
        .mapToInt(group -> intake.archive().samples(group.id()).size())
        .sum();
  }

  private static int samplesOfLargest(BenchIntake intake) {
    return intake.archive().view().groups().stream()
        .max((a, b) -> Long.compare(a.total(), b.total()))
        .map(group -> intake.archive().samples(group.id()).size())
        .orElse(0);
  }
}
