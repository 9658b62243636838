package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.store.Decision.DeleteDecision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.MergeDecision;
import io.hearth.errors.store.Decision.NotesDecision;
import io.hearth.errors.store.Decision.SplitDecision;
import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.Decision.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {

  @TempDir Path folder;
  private Nodes nodes;

  @BeforeEach
  void start() {
    nodes = new Nodes(folder);
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private Decisions on(String node) {
    return nodes.decisions(node);
  }

  @Test
  void everyKindComesBackAsItWasMade() {
    List<Decision> made =
        List.of(
            on("a").add(time -> resolved(time, 1)),
            on("a")
                .add(
                    time ->
                        new StateDecision(
                            time,
                            Given.id(2),
                            Status.IGNORED,
                            Given.START.minusSeconds(5),
                            Optional.empty(),
                            Optional.of(Given.START.plusSeconds(9)),
                            Optional.of(50L))),
            on("b").add(time -> new NotesDecision(time, Given.id(1), "seen by \"QA\"\n<b>")),
            on("a").add(time -> new MergeDecision(time, List.of(Given.id(1), Given.id(2)))),
            on("b").add(time -> new SplitDecision(time, Given.id(2))),
            on("a").add(time -> mapped(time, "aa", 3)),
            on("b").add(time -> new DeleteDecision(time, List.of(Given.id(5)))));

    assertEquals(7, on("c").all().size());
    assertTrue(on("c").all().containsAll(made));
    assertEquals(Map.of(Given.id(5), made.get(6).time()), on("c").deletions());
  }

  private static StateDecision resolved(Instant time, int group) {
    return new StateDecision(
        time,
        Given.id(group),
        Status.RESOLVED,
        time,
        Optional.of("1.4.0"),
        Optional.empty(),
        Optional.empty());
  }

  private static MappedDecision mapped(Instant time, String sample, int contextLines) {
    OriginalPosition at =
        new OriginalPosition(
            "src/a.ts", 4, 2, "render", Collections.nCopies(contextLines, "const a = 1;"), 3);
    return new MappedDecision(
        time,
        Given.id(1),
        sample.repeat(16),
        Given.id(9),
        List.of(List.of(Optional.of(at), Optional.empty()), List.of()));
  }

  @Test
  void theLastDecisionCountsOnWhicheverNodeItWasMade() {
    on("a").add(time -> new NotesDecision(time, Given.id(1), "first"));
    nodes.clock.moveOn(Duration.ofSeconds(1));
    on("b").add(time -> new NotesDecision(time, Given.id(1), "second"));
    nodes.clock.moveOn(Duration.ofSeconds(1));
    on("a").add(time -> new NotesDecision(time, Given.id(1), "third"));
    on("a").add(time -> new NotesDecision(time, Given.id(1), "at the same moment"));

    assertEquals(
        List.of("at the same moment"),
        on("b").all().stream().map(one -> ((NotesDecision) one).notes()).toList());
  }

  @Test
  void theRevisionTellsOfADecisionOfAnotherNode() {
    on("a").add(time -> new NotesDecision(time, Given.id(1), "first"));
    String before = on("b").revision();
    assertEquals(before, on("b").revision());
    on("a").add(time -> new NotesDecision(time, Given.id(1), "second"));
    assertNotEquals(before, on("b").revision());
  }

  @Test
  void halfALineOfADeadProcessTakesNoDecisionWithIt() throws Exception {
    on("a").add(time -> new NotesDecision(time, Given.id(1), "first"));
    Path file = folder.resolve("a/errors/decisions.jsonl");
    Files.writeString(file, "{\"time\":1,\"kind\":\"no", StandardOpenOption.APPEND);
    nodes.forget("a");
    on("a").add(time -> new NotesDecision(time, Given.id(2), "second"));

    assertEquals(2, on("a").all().size());
  }

  @Test
  void theFileStaysBoundedAndKeepsWhatAdministratorsSaid() throws Exception {
    on("a").add(time -> resolved(time, 1));
    for (int i = 0; i < 1200; i++) {
      String sample = "%02x".formatted(i % 200);
      int group = i % 40;
      on("a").add(time -> new NotesDecision(time, Given.id(group), "x".repeat(4000)));
      on("a").add(time -> mapped(time, sample, 7));
    }
    assertTrue(Files.size(folder.resolve("a/errors/decisions.jsonl")) < 5 << 20);
    assertEquals(
        41,
        on("b").all().stream()
            .filter(one -> one instanceof NotesDecision || one instanceof StateDecision)
            .count());
  }

  @Test
  void decisionsThatAreOlderThanTheRetentionTimeGo() throws Exception {
    on("a").add(time -> new NotesDecision(time, Given.id(1), "old"));
    nodes.clock.moveOn(Duration.ofDays(10));
    on("a").add(time -> new NotesDecision(time, Given.id(2), "new"));
    on("a").expire(nodes.clock.instant().minus(Duration.ofDays(5)));

    assertEquals(
        List.of("new"), on("a").all().stream().map(one -> ((NotesDecision) one).notes()).toList());
  }
}
