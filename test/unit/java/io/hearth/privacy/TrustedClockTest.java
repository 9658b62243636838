package io.hearth.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.privacy.TrustedClock.Doubtful;
import io.hearth.privacy.TrustedClock.Right;
import io.hearth.privacy.TrustedClock.Verdict;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedClockTest {

  @TempDir Path home;
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private long nanos;
  private TrustedClock clock;

  @BeforeEach
  void believed() throws IOException {
    clock = started();
    clock.believe(now);
  }

  private TrustedClock started() {
    return new TrustedClock(() -> new PrivateFolder(home), () -> nanos);
  }

  private void passes(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  private void leaps(Duration time) {
    now = now.plus(time);
  }

  private Verdict look() throws IOException {
    return clock.look(now, Duration.ZERO);
  }

  private void assertRight(Verdict verdict) {
    assertEquals(new Right(now), verdict);
  }

  private static void assertDoubtful(Verdict verdict) {
    assertInstanceOf(Doubtful.class, verdict);
  }

  @Test
  void hourByHourTheClockIsRight() throws IOException {
    for (int hour = 0; hour < 100; hour++) {
      passes(Duration.ofHours(1));
      assertRight(look());
    }
  }

  @Test
  void aLeapAheadIsDoubtedUntilTheClockHasRunEvenlyForADay() throws IOException {
    Instant last = now;
    leaps(Duration.ofDays(200));
    Doubtful doubt = assertInstanceOf(Doubtful.class, look());
    assertEquals(Optional.of(last), doubt.last());
    assertEquals(now.plus(Duration.ofDays(1)), doubt.until());
    passes(Duration.ofHours(23));
    assertDoubtful(look());
    passes(Duration.ofHours(2));
    assertRight(look());
  }

  @Test
  void aClockThatLeapsAgainIsDoubtedAnew() throws IOException {
    leaps(Duration.ofDays(10));
    assertDoubtful(look());
    leaps(Duration.ofDays(2));
    assertDoubtful(look());
    passes(Duration.ofHours(23));
    assertDoubtful(look());
  }

  @Test
  void aClockThatGoesBackIsBelievedAndItsReturnDoubted() throws IOException {
    leaps(Duration.ofDays(-100));
    assertRight(look());
    leaps(Duration.ofDays(100));
    assertDoubtful(look());
  }

  @Test
  void aRestartForgetsNoDoubt() throws IOException {
    leaps(Duration.ofDays(10));
    assertDoubtful(look());
    passes(Duration.ofHours(20));
    clock = started();
    assertDoubtful(look());
    passes(Duration.ofHours(20));
    assertDoubtful(look());
    passes(Duration.ofHours(5));
    assertRight(look());
  }

  @Test
  void aWeekendOffIsNoLeapAndAWeekIs() throws IOException {
    leaps(Duration.ofHours(60));
    clock = started();
    assertRight(look());
    leaps(Duration.ofDays(7));
    clock = started();
    assertDoubtful(look());
  }

  @Test
  void withNothingToGoByTheClockIsDoubted() throws IOException {
    Files.writeString(home.resolve("clock.json"), "{\"believed\":\"some day\"}");
    assertDoubtful(look());
    Files.delete(home.resolve("clock.json"));
    assertDoubtful(look());
  }

  @Test
  void clocksOfNodesThatDifferAreDoubtedForAsLong() throws IOException {
    assertDoubtful(clock.look(now, Duration.ofHours(1)));
    passes(Duration.ofDays(2));
    assertDoubtful(clock.look(now, Duration.ofHours(1)));
    assertRight(look());
  }

  @Test
  void aPersonMaySayThatItIsRight() throws IOException {
    leaps(Duration.ofDays(200));
    assertDoubtful(look());
    clock.believe(now);
    assertRight(look());
    assertTrue(Files.readString(home.resolve("clock.json")).contains(now.toString()));
  }
}
