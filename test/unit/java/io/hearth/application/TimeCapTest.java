package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.application.Attempt.Result;
import io.hearth.host.MovedClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection that may take so long ends as a whole ZIP that tells what it lacks. */
class TimeCapTest {

  private static final Duration TIME = Duration.ofSeconds(60);

  private final MovedClock clock = new MovedClock();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void whatComesAfterItsTimeIsLeftOutAndNamed(int threads) {
    Result zip =
        attempt(threads)
            .with("first", Attempt.made("a.txt", "whole\n"))
            .with(
                "second",
                Attempt.made(
                    "b.txt",
                    out -> {
                      out.write("taken\nhalf".getBytes());
                      clock.now = clock.now.plus(TIME);
                      out.write(" a line\nlate\n".getBytes());
                    }),
                Attempt.made("c.txt", "late\n"),
                Attempt.file("d.log", "late\n"))
            .done();

    assertEquals("whole\n", zip.text("first/a.txt"));
    assertEquals(Optional.empty(), zip.cut("first/a.txt"));
    assertEquals("taken\nhalf a line\n", zip.text("second/b.txt"));
    assertEquals(Optional.of(Reason.OVER_TIME), zip.cut("second/b.txt"));
    assertEquals(Optional.of(Reason.OVER_TIME), zip.missing("second/c.txt"));
    assertTrue(zip.text("manifest.json").contains("\"maxTime\": \"PT1M\""));
    assertTrue(zip.text("manifest.json").contains("\"reason\": \"over-time\""));
    assertTrue(zip.text("index.html").contains("second/c.txt"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void aFileIsCutAtALineAndThoseBehindItAreNotOpened(int threads) {
    Result zip =
        attempt(threads)
            .with("logs", Attempt.file("a.log", 100, () -> new SlowLines(clock)))
            .done();

    assertEquals(Optional.of(Reason.OVER_TIME), zip.cut("logs/a.log"));
    assertTrue(zip.text("logs/a.log").endsWith("\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aLineWithoutAnEndIsGivenUp(int threads) {
    Result zip =
        attempt(threads)
            .with(
                "made",
                Attempt.made(
                    "a.txt",
                    out -> {
                      out.write("taken\n".getBytes());
                      clock.now = clock.now.plus(TIME);
                      while (true) {
                        out.write("x".repeat(1000).getBytes());
                      }
                    }))
            .done();

    assertEquals(Optional.of(Reason.OVER_TIME), zip.cut("made/a.txt"));
  }

  private Attempt attempt(int threads) {
    Attempt attempt = new Attempt().unchecked().atMost(TIME, clock);
    return threads == 0 ? attempt.inProduct(1) : attempt.offline(threads);
  }

  /** A second for each read, without an end; but none while names are learned. */
  private static final class SlowLines extends InputStream {

    private final MovedClock clock;

    SlowLines(MovedClock clock) {
      this.clock = clock;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("blocks only");
    }

    @Override
    public int read(byte[] into, int from, int length) {
      clock.now = clock.now.plus(Duration.ofSeconds(1));
      for (int n = 0; n < length; n++) {
        into[from + n] = (byte) (n % 7 == 3 ? '\n' : 'x');
      }
      return length;
    }
  }
}
