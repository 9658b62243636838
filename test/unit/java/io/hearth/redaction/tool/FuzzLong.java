package io.hearth.redaction.tool;

import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Inputs made to take more than linear time: one part again and again on one line. Twice the size
 * may take at most {@link #MOST_RATIO} times as long, and none may be slower than {@link #FLOOR}.
 */
final class FuzzLong {
  private static final double MOST_RATIO = 2.3;
  private static final double FLOOR = 1;
  private static final int SIZE = 1_000_000;

  /** Less is within the noise of the clock, the compiler and the other work of the machine. */
  private static final double LEAST_SECONDS = 0.15;

  private static final long GIGABYTE = 1_000_000_000;

  private static final List<String> PARTS =
      List.of(
          "@",
          "a@",
          "@a",
          "\\",
          "\\\\a",
          "\"",
          "'",
          "\\\"",
          "key=",
          "password=",
          "password=\"",
          "password='a",
          "\"password\":\"",
          "{\"name\":\"a\"",
          "{\"name\":\"a\",",
          "\"secret\":[",
          "https://a:",
          "https://a:b@",
          "<a>",
          "<password>",
          "<a b='",
          "<property name=\"password\">",
          "&#64;",
          "%40",
          "%2540",
          "&amp;",
          ":",
          "::",
          "1:",
          "a:",
          "-",
          "--password ",
          "-p ",
          "~a",
          "~",
          "1.",
          "1.1.",
          "a.",
          "a.de.",
          "x ",
          "+49 ",
          "+1",
          "4111 ",
          "cn=a,",
          "cn=",
          "-----BEGIN A-----",
          "eyJ",
          "eyJa.",
          "AAABa",
          "MDA",
          "[01/Jan/2026:",
          "1x1x1 ",
          "user ",
          "user=a ",
          "Jana Roth ",
          "Bearer ",
          "Cookie: a=b;",
          "Cookie=a;",
          "jdbc:oracle:thin:a/",
          "SHOP-",
          "\u00fc",
          "\u4e2d",
          "(",
          "{",
          "[",
          "${",
          "$(",
          "a_",
          "a-",
          " = ",
          "=\"",
          "\t",
          "0",
          "f",
          "ff:",
          "by ");

  private final PrintStream out;
  private boolean fine = true;

  FuzzLong(PrintStream out) {
    this.out = out;
  }

  /** Whether all took linear time. */
  boolean run() throws IOException {
    double slowest = Double.MAX_VALUE;
    double worst = 0;
    for (String part : PARTS) {
      long size = SIZE;
      double once = seconds(part, size);
      while (once < LEAST_SECONDS) {
        size *= 2;
        once = seconds(part, size);
      }
      double twice = seconds(part, 2 * size);
      for (int again = 0; again < 2 && twice > MOST_RATIO * once; again++) {
        once = seconds(part, size);
        twice = Math.min(twice, seconds(part, 2 * size));
      }
      double speed = 2 * size / 1e6 / twice;
      double ratio = twice / once;
      slowest = Math.min(slowest, speed);
      worst = Math.max(worst, ratio);
      if (speed < FLOOR || ratio > MOST_RATIO) {
        out.printf("'%s' again and again: %.1f MB/s, twice takes %.2fx%n", part, speed, ratio);
        fine = false;
      }
    }
    out.printf(
        "%d parts again and again: slowest %.1f MB/s, twice the size at most %.2fx%n",
        PARTS.size(), slowest, worst);
    gigabyte("x");
    gigabyte("10.1.2.3 user=jroth password=hunter2x GET /x?y=z ");
    return fine;
  }

  private void gigabyte(String part) throws IOException {
    double seconds = seconds(part, GIGABYTE);
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    out.printf(
        "1 GB of '%s' in one line: %.1f MB/s, %.1f MB used afterwards, heap of at most %.0f MB%n",
        part, 1000 / seconds, used / 1e6, Runtime.getRuntime().maxMemory() / 1e6);
  }

  /** Processor seconds to learn from and to redact a line of so many bytes. */
  private static double seconds(String part, long size) throws IOException {
    byte[] block = part.repeat(1 + 64 * 1024 / part.length()).getBytes(StandardCharsets.UTF_8);
    RedactionSession session =
        new RedactionSession(RedactionSettings.standard(), PseudonymKey.random());
    session.learn("a.log", new ByteArrayInputStream(block));
    Redactor redactor = session.redactor();
    long start = cpu();
    try (RedactedEntry entry = redactor.open("a.log", OutputStream.nullOutputStream())) {
      for (long left = size; left > 0; left -= block.length) {
        entry.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return (cpu() - start) / 1e9;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
