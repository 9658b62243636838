package io.hearth.collections;

import io.hearth.cluster.Nodes.Known;
import io.hearth.collectors.Entry;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A node in a process of its own, which {@link Killing} may kill; leads a ZIP for each line. */
final class KilledNode {

  static final Patience PATIENCE =
      new Patience(
          Duration.ofMillis(200),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofMillis(50));

  private static final int FILES = 12;
  private static final int LINES = 4000;

  private KilledNode() {}

  /** Arguments: the shared home, and the node's name. */
  public static void main(String[] arguments) throws Exception {
    Site site = new Site(Path.of(arguments[0]), arguments[1]);
    site.patience = PATIENCE;
    for (int n = 0; n < FILES; n++) {
      site.entries.add(log(arguments[1], n));
    }
    StoredZips stored = site.start();
    var beats = Executors.newSingleThreadScheduledExecutor();
    beats.scheduleWithFixedDelay(site.nodes::beat, 0, 1, TimeUnit.SECONDS);
    System.out.println("ready");
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> others =
            stored.nodes().stream()
                .map(Known::name)
                .filter(name -> !name.equals(arguments[1]))
                .toList();
        site.gather(true, others, Duration.ofSeconds(20));
      }
    }
    beats.shutdownNow();
    site.close();
  }

  private static Entry log(String node, int number) {
    Random random = new Random(node.hashCode() + number);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      text.append("2026-03-01 12:00:00 INFO request ")
          .append(random.nextInt(100_000))
          .append(" of username=user")
          .append(random.nextInt(500))
          .append("x done\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    String name = "file" + number + ".log";
    return new Entry.FromFile(
        name,
        Path.of("/var/" + name),
        bytes.length,
        Instant.EPOCH,
        false,
        () -> new ByteArrayInputStream(bytes));
  }
}
