package io.hearth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own. */
@Timeout(60)
class InterruptionTest {

  @TempDir private Path folder;

  @Test
  void ctrlCStopsAndTakesTheHalfWrittenFileAway() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "signals are sent with kill");
    Process process = start(endlessLog());
    Path part = folder.resolve("support.zip.part");
    while (!Files.exists(part)) {
      assertTrue(process.isAlive(), "it ended before it wrote");
      Thread.sleep(20);
    }
    Thread.sleep(300);

    long pressed = System.nanoTime();
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it went on");

    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
    assertTrue(millis < 3000, millis + " ms until it ended");
    assertEquals(130, process.exitValue());
    try (var files = Files.list(folder)) {
      List<Path> left = files.filter(file -> file.toString().contains(".zip")).toList();
      assertEquals(List.of(), left);
    }
  }

  /** A hole of many gigabytes takes no room on the disk and long to read. */
  private Path endlessLog() throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path log = Files.createDirectories(home.resolve("log")).resolve("atlassian-jira.log");
    Files.writeString(log, "2026-03-01 12:00:00 begins\n");
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(60L << 30);
    }
    return home;
  }

  private Process start(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.hearth.cli.Main",
            "support-zip",
            "--home",
            home.toString(),
            "--out",
            folder.resolve("support.zip").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
