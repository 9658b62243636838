package io.hearth.errors.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.store.Decision.Status;
import io.hearth.errors.store.Regrouping;
import io.hearth.store.PrivateFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of rules: both tell by the function, and the second one gives other ids. */
class RegroupingTest {

  @TempDir Path folder;
  private Recorded errors;

  @BeforeEach
  void start() {
    errors = new Recorded(folder);
  }

  @AfterEach
  void stop() {
    errors.close();
  }

  private static GroupId id(int rules, String function) {
    return new GroupId("%08x%08x".formatted(function.hashCode(), rules));
  }

  private void happens(int rules, GroupId id, String function) {
    errors.clock.now = errors.clock.now.plus(Duration.ofSeconds(5));
    errors.happens(new Grouped(id, rules, "Error", "it broke", function), "1.0", function);
  }

  private void happens(int rules, String function) {
    happens(rules, id(rules, function), function);
  }

  private static String function(ErrorEvent event) {
    return event.exceptions().get(0).frames().get(0).function();
  }

  private void regroup(int rules, Function<ErrorEvent, GroupId> grouping) {
    errors.store.flush();
    new Regrouping(new PrivateFolder(folder), "a", errors.decisions, rules, grouping).run();
  }

  private void regroup(int rules) {
    regroup(rules, event -> id(rules, function(event)));
  }

  private Card card(GroupId id) {
    return errors.desk.board().find(id).orElseThrow();
  }

  private int cards() {
    return errors.desk.board().cards().size();
  }

  private void resolve(GroupId id) {
    errors.desk.decide(
        card(id), Status.RESOLVED, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void aGroupKeepsItsStateNotesAndCountsUnderNewRules() {
    happens(1, "save");
    happens(1, "load");
    resolve(id(1, "save"));
    errors.desk.keepNotes(card(id(1, "save")), "seen by QA");
    regroup(2);
    assertEquals(State.Status.RESOLVED, card(id(2, "save")).state().status(), "before it happens");

    happens(2, "save");
    Card save = card(id(2, "save"));
    assertEquals(id(1, "save"), save.id());
    assertEquals(2, save.group().total());
    assertEquals("seen by QA", save.notes());
    assertEquals(State.Status.REGRESSED, save.state().status());
    assertFalse(save.parts().stream().anyMatch(Card.Part::byHand));
    assertEquals(2, errors.desk.samples(save).size());
    assertEquals(2, cards());
  }

  @Test
  void itsComingBackIsToldAndIsNoNewGroup() {
    happens(1, "save");
    resolve(id(1, "save"));
    regroup(2);
    List<GroupId> told = new ArrayList<>();
    Comebacks comebacks =
        new Comebacks(
            errors.decisions, errors.desk::board, card -> told.add(card.id()), errors.clock);
    comebacks.arrives(id(2, "save"), "1.0");
    assertEquals(List.of(id(1, "save")), told);
    assertTrue(comebacks.isCarriedOver(id(2, "save")));
    assertFalse(comebacks.isCarriedOver(id(2, "load")));
  }

  @Test
  void rulesThatSeeOneBugInTwoGroupsMakeThemOne() {
    happens(1, "save");
    happens(1, "saveAll");
    resolve(id(1, "saveAll"));
    regroup(2, event -> id(2, "save"));
    assertEquals(1, cards());
    assertEquals(State.Status.RESOLVED, card(id(1, "save")).state().status());
  }

  @Test
  void rulesThatSeeTwoBugsInOneGroupDoNotTearIt() {
    happens(1, id(1, "any"), "save");
    happens(1, id(1, "any"), "load");
    regroup(2);
    happens(2, "save");
    happens(2, "load");
    assertEquals(1, cards());
    assertEquals(4, card(id(1, "any")).group().total());
  }

  @Test
  void whatAnAdministratorTakesApartStaysApart() {
    happens(1, "save");
    happens(1, "load");
    errors.desk.merge(List.of(card(id(1, "save")), card(id(1, "load"))));
    errors.desk.split(id(1, "load"));
    regroup(2);
    happens(2, "save");
    happens(2, "load");
    assertEquals(2, cards());
    assertEquals(id(1, "load"), card(id(2, "load")).id());
  }

  @Test
  void itIsDoneOnceForEachVersion() {
    happens(1, "save");
    regroup(2);
    int decided = errors.decisions.all().size();
    regroup(2, event -> id(9, "other"));
    assertEquals(decided, errors.decisions.all().size());
    happens(2, "load");
    regroup(3);
    happens(3, "save");
    happens(3, "load");
    assertEquals(2, cards());
  }

  @Test
  void whatWasBrokenOffIsDoneAgainToTheSameEnd() throws Exception {
    happens(1, "save");
    regroup(2);
    int decided = errors.decisions.all().size();
    Files.delete(folder.resolve("a/errors/rules"));
    regroup(2);
    assertEquals(decided, errors.decisions.all().size());
  }

  @Test
  void aSampleOnWhichTheRulesFailLeavesItsGroupAlone() {
    happens(1, "save");
    happens(1, "load");
    regroup(
        2,
        event -> {
          if (function(event).equals("load")) {
            throw new IllegalStateException("rules that do not get on with it");
          }
          return id(2, function(event));
        });
    happens(2, "save");
    assertEquals(2, cards());
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldAndTriedAgain() throws Exception {
    happens(1, "save");
    Files.createDirectories(folder.resolve("a/errors/rules/in the way"));
    assertThrows(UncheckedIOException.class, () -> regroup(2));
    Files.delete(folder.resolve("a/errors/rules/in the way"));
    Files.delete(folder.resolve("a/errors/rules"));
    regroup(2);
    assertEquals(id(1, "save"), card(id(2, "save")).id());
  }
}
