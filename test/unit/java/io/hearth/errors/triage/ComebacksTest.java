package io.hearth.errors.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComebacksTest {

  private static final GroupId BOARD = new GroupId("00000000000000b1");
  private static final GroupId SPRINT = new GroupId("00000000000000b2");

  @TempDir Path folder;
  private final List<GroupId> told = new ArrayList<>();
  private Recorded errors;
  private Comebacks comebacks;

  @BeforeEach
  void start() {
    errors = new Recorded(folder);
    begin();
    happens(BOARD, "1.0");
    happens(SPRINT, "1.0");
  }

  @AfterEach
  void stop() {
    errors.close();
  }

  private void begin() {
    comebacks =
        new Comebacks(
            errors.decisions, errors.desk::board, card -> told.add(card.id()), errors.clock);
  }

  private void happens(GroupId id, String release) {
    errors.clock.now = errors.clock.now.plus(Duration.ofSeconds(2));
    happensAtOnce(id, release);
  }

  private void happensAtOnce(GroupId id, String release) {
    comebacks.arrives(id, release);
    errors.happens(id, release);
  }

  private void decide(GroupId id, Status status, Optional<String> inRelease) {
    Card card = errors.desk.board().find(id).orElseThrow();
    errors.desk.decide(card, status, inRelease, Optional.<Instant>empty(), Optional.empty());
  }

  @Test
  void aResolvedGroupThatComesBackIsToldOnce() {
    decide(BOARD, Status.RESOLVED, Optional.empty());
    happens(SPRINT, "1.0");
    assertEquals(List.of(), told);
    happens(BOARD, "1.0");
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD), told);

    decide(BOARD, Status.RESOLVED, Optional.empty());
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD, BOARD), told, "once for each time it was resolved");
  }

  @Test
  void whatComesBackBeforeTheDecisionWasSeenIsToldByTheNextError() {
    decide(BOARD, Status.RESOLVED, Optional.empty());
    errors.clock.now = errors.clock.now.plusMillis(1);
    happensAtOnce(BOARD, "1.0");
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD), told);
  }

  @Test
  void anOlderReleaseLacksTheRepair() {
    decide(BOARD, Status.RESOLVED, Optional.of("1.2"));
    happens(BOARD, "1.1");
    happens(BOARD, "");
    assertEquals(List.of(), told);
    happens(BOARD, "1.2.1");
    assertEquals(List.of(BOARD), told);
  }

  @Test
  void anOpenOrIgnoredGroupHasNothingToComeBackFrom() {
    decide(BOARD, Status.RESOLVED, Optional.empty());
    happens(SPRINT, "1.0");
    decide(BOARD, Status.IGNORED, Optional.empty());
    happens(BOARD, "1.0");
    assertEquals(List.of(), told);
  }

  @Test
  void ofAMergedGroupEveryPartTells() {
    Board board = errors.desk.board();
    errors.desk.merge(List.of(board.find(BOARD).orElseThrow(), board.find(SPRINT).orElseThrow()));
    decide(BOARD, Status.RESOLVED, Optional.empty());
    happens(SPRINT, "1.0");
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD), told);
  }

  @Test
  void theFirstErrorAfterAStartTells() {
    decide(BOARD, Status.RESOLVED, Optional.empty());
    begin();
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD), told);
  }

  @Test
  void whatHadComeBackBeforeTheStartIsNotToldAgain() {
    decide(BOARD, Status.RESOLVED, Optional.empty());
    happens(BOARD, "1.0");
    begin();
    happens(BOARD, "1.0");
    assertEquals(List.of(BOARD), told);
  }
}
