package io.hearth.errors.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.intake.tool.FloodHeap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes: the intake and its store live in 16 MiB. {@code npm run bench:ingest} sends more.
 */
class FloodHeapTest {

  private static final long MOST = 16 << 20;
  private static final int FLOODS = 7;

  @TempDir Path folder;

  @Test
  void noFloodTakesMoreHeap() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FloodHeap.class.getName(),
                folder.toString(),
                "6000")
            .redirectErrorStream(true)
            .start();
    List<String> lines;
    try (BufferedReader out = process.inputReader()) {
      lines = out.lines().toList();
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(FLOODS, lines.size(), String.join("\n", lines));
    for (String line : lines) {
      String[] parts = line.split(" ");
      assertTrue(Long.parseLong(parts[2]) <= MOST, "flood, retained, peak: " + line);
    }
  }
}
