package io.hearth.errors.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorDeskTest {

  private static final GroupId BOARD = new GroupId("00000000000000b1");

  @TempDir Path folder;

  @Test
  void aGroupIsIgnoredUpToTheMomentAndNotToTheHour() {
    try (Recorded errors = new Recorded(folder)) {
      errors.happens(BOARD, "1.0");
      Instant until = errors.clock.now.plus(Duration.ofMinutes(10));
      errors.desk.decide(
          errors.desk.board().find(BOARD).orElseThrow(),
          Decision.Status.IGNORED,
          Optional.empty(),
          Optional.of(until),
          Optional.empty());

      errors.clock.now = until.minusMillis(1);
      Board before = errors.desk.board();
      assertEquals(State.Status.IGNORED, before.find(BOARD).orElseThrow().state().status());
      assertSame(before, errors.desk.board(), "made anew only when something changed");

      errors.clock.now = until;
      Board after = errors.desk.board();
      assertEquals(State.Status.OPEN, after.find(BOARD).orElseThrow().state().status());
      assertNotEquals(before.revision(), after.revision(), "a poll gets it");
    }
  }
}
