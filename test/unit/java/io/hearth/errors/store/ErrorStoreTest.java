package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Grouped;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorStoreTest {

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

  private StoredGroup only(String node) {
    List<StoredGroup> groups = nodes.archive(node).view().groups();
    assertEquals(1, groups.size());
    return groups.get(0);
  }

  @Test
  void anErrorIsSeenAtOnceWithAllThatIsCounted() {
    nodes.record("a", 7, 1);
    nodes.record("a", 7, 2);

    StoredGroup group = only("a");
    assertEquals(Given.id(7), group.id());
    assertEquals("Cannot read '7'", group.title());
    assertEquals("org.x", group.app());
    assertEquals(2, group.total());
    assertTrue(group.unhandled());
    assertEquals(Given.START, group.firstSeen());
    assertEquals(2, group.hours(Given.START).get(23));
    assertEquals(0, group.hours(Given.START).get(22));
    assertEquals(List.of(new StoredGroup.Day(LocalDate.parse("2026-11-24"), 2, 2)), group.days());
    assertEquals(Map.of("Firefox 140", 1L, "Firefox 141", 1L), group.browsers());
    assertEquals(Map.of("1.2.1", 1L, "1.2.2", 1L), group.appReleases());
    assertEquals(Map.of("11.0", 2L), group.productReleases());
    assertEquals(Given.START, group.appReleasesLastSeen().get("1.2.1"));
  }

  @Test
  void aSampleComesBackAsItWasGiven() {
    nodes.record("a", 7, 1);

    List<StoredSample> samples = nodes.archive("a").samples(Given.id(7));

    assertEquals(List.of(new StoredSample(Given.event(1, Given.START), "11.0", "a")), samples);
  }

  @Test
  void nodesAddUp() {
    nodes.record("a", 7, 1);
    nodes.clock.moveOn(Duration.ofHours(3));
    nodes.record("b", 7, 2);
    nodes.record("b", 7, 2);
    nodes.store("b").flush();

    StoredGroup group = only("a");
    assertEquals(3, group.total());
    assertEquals(Given.START, group.firstSeen());
    assertEquals(nodes.clock.instant(), group.lastSeen());
    assertEquals(List.of(1L, 0L, 0L, 2L), group.hours(nodes.clock.instant()).subList(20, 24));
    assertEquals(
        2,
        nodes.archive("a").samples(Given.id(7)).stream()
            .map(StoredSample::node)
            .distinct()
            .count());
  }

  @Test
  void aStoreThatIsOpenedAgainGoesOn() {
    nodes.record("a", 7, 1);
    nodes.store("a").close();
    nodes.forget("a");
    nodes.record("a", 7, 2);
    nodes.store("a").maintain();
    nodes.record("a", 7, 3);

    assertEquals(3, only("a").total());
    assertEquals(3, nodes.archive("a").samples(Given.id(7)).size());
  }

  @Test
  void aFloodIsCountedAndHardlyScrubbed() {
    Grouped group = Given.group(7);
    int[] scrubbed = new int[1];
    for (int i = 0; i < 100_000; i++) {
      ErrorEvent event = Given.event(i, nodes.clock.instant());
      Scrubbed counting =
          new Scrubbed() {
            @Override
            public Grouped head() {
              scrubbed[0]++;
              return group;
            }

            @Override
            public ErrorEvent sample() {
              scrubbed[0]++;
              return event;
            }
          };
      nodes.store("a").record(group, event, OptionalLong.empty(), counting);
      nodes.clock.moveOn(Duration.ofMillis(1));
    }

    assertEquals(100_000, only("a").total());
    assertTrue(scrubbed[0] <= 15, "scrubbed " + scrubbed[0] + " times");
  }

  @Test
  void countsOfWhatWasLeftOutOutliveJournals() {
    nodes.store("a").count(Outcome.FILTERED, "script-error", 2);
    nodes.store("a").flush();
    nodes.store("a").maintain();
    nodes.store("a").count(Outcome.FILTERED, "script-error", 3);
    nodes.store("b").count(Outcome.REFUSED, "too-large", 1);
    nodes.store("b").flush();

    assertEquals(
        Map.of(
            Outcome.FILTERED, Map.of("script-error", 5L),
            Outcome.REFUSED, Map.of("too-large", 1L),
            Outcome.NOT_DELIVERED, Map.of()),
        nodes.archive("a").view().counts());
  }

  @Test
  void theRevisionChangesWithAnErrorOnlyAndTheViewIsKept() {
    nodes.record("a", 7, 1);
    ErrorArchive archive = nodes.archive("a");
    ErrorView before = archive.view();
    assertSame(before, archive.view());

    nodes.record("b", 7, 1);
    nodes.store("b").flush();
    assertNotEquals(before.revision(), archive.view().revision());
    assertEquals(1, before.groups().get(0).total());
    assertEquals(2, archive.view().groups().get(0).total());
  }

  @Test
  void aDeletionReachesAllNodesAndNothingOfTheGroupStaysOnTheDisk() throws Exception {
    nodes.record("a", 7, 1);
    nodes.record("b", 7, 2);
    nodes.record("b", 8, 3);
    nodes.store("b").flush();
    nodes.clock.moveOn(Duration.ofMinutes(1));
    nodes.decisions("a").add(time -> new Decision.DeleteDecision(time, List.of(Given.id(7))));

    assertEquals(
        List.of(Given.id(8)),
        nodes.archive("a").view().groups().stream().map(StoredGroup::id).toList());
    assertEquals(List.of(), nodes.archive("a").samples(Given.id(7)));

    for (String node : List.of("a", "b")) {
      nodes.store(node).maintain();
      nodes.store(node).flush();
      nodes.store(node).maintain();
    }
    assertEquals(List.of(), Disk.filesWith(folder, "Cannot read '7'"));

    nodes.clock.moveOn(Duration.ofMinutes(1));
    nodes.record("b", 7, 4);
    nodes.store("b").flush();
    assertEquals(1, Nodes.find(nodes.archive("a").view(), Given.id(7)).orElseThrow().total());
  }

  @Test
  void whatIsOlderThanTheRetentionTimeGoes() {
    nodes.record("a", 7, 1);
    nodes.record("a", 8, 1);
    nodes.store("a").count(Outcome.REFUSED, "too-large", 1);
    nodes.clock.moveOn(Duration.ofDays(10));
    nodes.record("a", 8, 2);

    nodes.store("a").expire(nodes.clock.instant().minus(Duration.ofDays(5)));

    StoredGroup group = only("a");
    assertEquals(Given.id(8), group.id());
    assertEquals(2, group.total());
    assertEquals(
        List.of(LocalDate.parse("2026-12-04")),
        group.days().stream().map(StoredGroup.Day::day).toList());
    assertEquals(1, nodes.archive("a").samples(Given.id(8)).size());
    assertEquals(Map.of(), nodes.archive("a").view().counts().get(Outcome.REFUSED));
  }
}
