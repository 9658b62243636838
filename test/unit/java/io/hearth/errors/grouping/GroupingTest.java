package io.hearth.errors.grouping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.event.Thrown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

  private static final String V8 = "Cannot read properties of undefined (reading 'key')";
  private static final String SM = "can't access property \"key\", e.issue is undefined";
  private static final String JSC = "undefined is not an object (evaluating 'e.issue.key')";

  private final Grouping grouping = new Grouping();

  /** Functions with their files, innermost first, as {@code name@file}. */
  private static Thrown thrown(String type, String value, String... frames) {
    List<Frame> list = new ArrayList<>();
    for (String frame : frames) {
      String[] parts = frame.split("@");
      boolean inApp = !parts[1].contains("jquery");
      list.add(new Frame(parts[0], parts[1], "", list.size() + 1, 7, inApp, ""));
    }
    return new Thrown(type, value, false, list);
  }

  private static ErrorEvent event(String app, List<String> fingerprint, Thrown... chain) {
    return new ErrorEvent(
        "0".repeat(32),
        Instant.EPOCH,
        app,
        "1.0",
        "",
        Level.ERROR,
        Arrays.asList(chain),
        chain.length == 0 ? "plain 42" : "",
        fingerprint,
        List.of(),
        Browser.UNKNOWN);
  }

  private GroupId group(String type, String value, String... frames) {
    return grouping.group(event("com.acme.app", List.of(), thrown(type, value, frames))).id();
  }

  @Test
  void oneBugInThreeEnginesIsOneGroup() {
    GroupId chrome =
        group("TypeError", V8, "<anonymous>@a.js", "Array.map@a.js", "Board.showIssues@a.js");
    assertEquals(chrome, group("TypeError", SM, "showIssues/<@a.js", "showIssues@a.js"));
    assertEquals(chrome, group("TypeError", JSC, "@a.js", "map@a.js", "showIssues@a.js"));
  }

  @ParameterizedTest
  @CsvSource({
    "showIssues, Object.showIssues",
    "showIssues, new showIssues",
    "showIssues, async showIssues",
    "showIssues, async*showIssues",
    "showIssues, Board.prototype.showIssues [as render]",
    "showIssues, board/</e.prototype.showIssues",
    "showIssues, t.#showIssues",
  })
  void spellingsOfAFunctionAreOne(String one, String other) {
    assertEquals(group("TypeError", V8, one + "@a.js"), group("TypeError", SM, other + "@a.js"));
  }

  @Test
  void anotherBuildIsTheSameGroup() {
    assertEquals(
        group("TypeError", V8, "t@batch.3f9c2a1b.min.js", "t.showIssues@batch.3f9c2a1b.min.js"),
        group("TypeError", V8, "qe@batch.77aa01cd.min.js", "n.showIssues@batch.77aa01cd.min.js"));
    assertEquals(
        group("TypeError", V8, "t@board-view.3f9c2a1b.min.js"),
        group("TypeError", V8, "Qr@board-view.77aa01cd.js"));
  }

  @Test
  void nearTwinsAreOtherGroups() {
    GroupId one = group("TypeError", V8, "Board.showIssues@a.js");
    assertNotEquals(one, group("TypeError", V8, "Board.showSprints@a.js"));
    assertNotEquals(
        one,
        grouping
            .group(event("com.other", List.of(), thrown("TypeError", V8, "Board.showIssues@a.js")))
            .id());
    assertNotEquals(one, group("TypeError", V8.replace("'key'", "'id'"), "Board.showIssues@a.js"));
    assertNotEquals(
        group("TypeError", V8, "render@board.js"), group("TypeError", V8, "render@sprint.js"));
  }

  @Test
  void aLibraryCalledByTheAppIsNotThePlace() {
    assertEquals(
        group("TypeError", V8, "Sizzle.find@jquery-3.6.js", "Board.showIssues@a.js"),
        group("TypeError", V8, "Object.each@jquery-3.7.js", "Board.showIssues@a.js"));
  }

  @Test
  void depthOfRecursionDoesNotCount() {
    assertEquals(
        group("RangeError", "Maximum call stack size exceeded", "walk@a.js", "walk@a.js"),
        group("InternalError", "too much recursion", "walk@a.js", "walk@a.js", "walk@a.js"));
  }

  @Test
  void aChunkThatIsGoneIsOneGroupWhereverItIsAskedFor() {
    assertEquals(
        group("ChunkLoadError", "Loading chunk 5 failed.", "openBoard@a.js"),
        group("ChunkLoadError", "Loading chunk 81 failed.", "openSprint@b.js"));
  }

  @Test
  void theCauseCounts() {
    Thrown wrapper = thrown("Error", "Saving failed", "Board.saveAll@a.js");
    GroupId one =
        grouping.group(event("a", List.of(), wrapper, thrown("TypeError", V8, "x@a.js"))).id();
    GroupId other =
        grouping
            .group(event("a", List.of(), wrapper, thrown("RangeError", "Invalid date", "x@a.js")))
            .id();
    assertNotEquals(one, other);
  }

  @Test
  void theClientsFingerprintIsRespected() {
    Thrown thrown = thrown("TypeError", V8, "Board.showIssues@a.js");
    Thrown twin = thrown("Error", "else", "Board.showSprints@a.js");
    GroupId own = grouping.group(event("a", List.of("login"), thrown)).id();
    assertEquals(own, grouping.group(event("a", List.of("login"), twin)).id());
    assertNotEquals(
        grouping.group(event("a", List.of("login", "{{ default }}"), thrown)).id(),
        grouping.group(event("a", List.of("login", "{{default}}"), twin)).id());
  }

  @Test
  void aPlainMessageIsGroupedByItsWords() {
    assertEquals("plain <num>", grouping.group(event("a", List.of())).title());
  }

  private static Optional<OriginalPosition> original(String file, String function) {
    return Optional.of(new OriginalPosition(file, 12, 3, function, List.of(), 0));
  }

  @Test
  void originalFramesMakeOneGroupOfAllBuilds() {
    ErrorEvent esbuild = event("a", List.of(), thrown("TypeError", V8, "t@x.js", "n@x.js"));
    ErrorEvent terser = event("a", List.of(), thrown("TypeError", SM, "e/<@y.js"));
    Optional<GroupId> one =
        grouping.mapped(
            esbuild, List.of(List.of(original("webpack://app/./src/board.ts?1a2b", "showIssues"))));
    assertEquals(
        one, grouping.mapped(terser, List.of(List.of(original("../src/board.ts", "showIssues")))));
    assertNotEquals(
        one, grouping.mapped(terser, List.of(List.of(original("src/sprint.ts", "showIssues")))));
    assertEquals(Optional.empty(), grouping.mapped(terser, List.of(List.of(Optional.empty()))));
  }

  @Test
  void aCallbackThatTheMapNamesByItsCallerStandsInTheFunctionAround() {
    ErrorEvent event = event("a", List.of(), thrown("TypeError", V8, "t@x.js", "n@x.js"));
    Optional<GroupId> named =
        grouping.mapped(
            event, List.of(List.of(original("a.ts", "map"), original("a.ts", "showIssues"))));
    Optional<GroupId> nameless =
        grouping.mapped(
            event, List.of(List.of(original("a.ts", ""), original("a.ts", "showIssues"))));
    assertEquals(named, nameless);
  }
}
