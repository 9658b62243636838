package io.hearth.collectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What bisection finds is what reading every line finds, whatever the log went through. */
class WindowProperties {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Over the night in which Berlin repeats an hour. */
  private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");

  private static final Duration SPAN = Duration.ofHours(24);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS").withZone(BERLIN);

  private enum Kind {
    IN_ORDER,
    THREADS,
    BACK_BY_DAYS,
    AHEAD_FOR_A_WHILE
  }

  @Property(tries = 25, seed = "4711")
  void bisectionFindsWhatReadingEveryLineFinds(
      @ForAll @LongRange(max = 1L << 40) long seed,
      @ForAll @IntRange(min = -120, max = 1560) int from,
      @ForAll @IntRange(min = 1, max = 900) int minutes,
      @ForAll @IntRange(max = 3) int kind)
      throws IOException {
    byte[] log = log(new Random(seed), Kind.values()[kind]);
    TimeWindow window =
        new TimeWindow(
            Optional.of(START.plus(Duration.ofMinutes(from))),
            Optional.of(START.plus(Duration.ofMinutes(from + minutes))));
    same(log, window);
    same(log, new TimeWindow(window.from(), Optional.empty()));
    same(log, new TimeWindow(Optional.empty(), window.to()));
  }

  private static void same(byte[] log, TimeWindow window) throws IOException {
    Path file = Files.createTempFile("hearth-window", ".log");
    try {
      Files.write(file, log);
      String expected =
          new String(
              new WindowStream(new ByteArrayInputStream(log), window, new LineTimes(BERLIN, false))
                  .readAllBytes(),
              StandardCharsets.UTF_8);
      try (InputStream found = open(file, window, Long.MAX_VALUE)) {
        check(expected, new String(found.readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static FileContent open(Path file, TimeWindow window, long limit) throws IOException {
    return WindowedFile.open(
        SafeFiles.below(List.of(file.getParent())), file, limit, new LogWindow(window, BERLIN));
  }

  private static void check(String expected, String found) {
    if (!expected.equals(found)) {
      throw new AssertionError("expected " + ends(expected) + " but found " + ends(found));
    }
  }

  private static String ends(String text) {
    return text.length()
        + " characters from "
        + text.lines().findFirst().orElse("none")
        + " to "
        + text.lines().reduce((one, next) -> next).orElse("none");
  }

  /** Two megabytes: as much as is searched by bisection. */
  private static byte[] log(Random random, Kind kind) {
    StringBuilder log = new StringBuilder();
    int lines = 12_000;
    int first = random.nextInt(lines);
    int last = first + lines / 8;
    for (int n = 0; n < lines; n++) {
      Instant at = START.plusMillis(SPAN.toMillis() * n / lines);
      if (kind == Kind.THREADS) {
        at = at.minusSeconds(random.nextInt(300));
      } else if (kind == Kind.BACK_BY_DAYS && n >= first) {
        at = at.minus(Duration.ofDays(2));
      } else if (kind == Kind.AHEAD_FOR_A_WHILE && n >= first && n < last) {
        at = at.plus(Duration.ofDays(400));
      }
      log.append(STAMP.format(at)).append(" INFO [thread-").append(n).append("] ");
      log.append("x".repeat(random.nextInt(160))).append('\n');
      if (random.nextInt(20) == 0) {
        log.append("java.lang.IllegalStateException: 2026-10-25 01:00:00,000\n\tat a.B(B.java:")
            .append(n)
            .append(")\n");
      }
    }
    return log.toString().getBytes(StandardCharsets.UTF_8);
  }
}
