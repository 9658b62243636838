package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSweepTest {

  private static final int GROUPS = 40;

  @TempDir Path folder;
  private Nodes nodes;

  @BeforeEach
  void start() {
    nodes = new Nodes(folder);
    for (String node : List.of("a", "b")) {
      record(node);
      nodes.store(node).maintain();
      record(node);
    }
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  /** One more sample of each group. */
  private void record(String node) {
    nodes.clock.moveOn(Duration.ofMinutes(1));
    IntStream.range(0, GROUPS).forEach(group -> nodes.record(node, group, group));
    nodes.store(node).flush();
  }

  private static List<Integer> numbers(SampleSweep sweep, int from, int to) {
    List<Integer> numbers = new ArrayList<>();
    for (int group = from; group < to; group++) {
      numbers.add(sweep.of(Given.id(group)).size());
    }
    return numbers;
  }

  private static List<Integer> each(int number, int groups) {
    return IntStream.range(0, groups).mapToObj(group -> number).toList();
  }

  @Test
  void snapshotsAndJournalsOfAllNodesAreRead() {
    assertEquals(each(4, GROUPS), numbers(nodes.archive("a").sweep(), 0, GROUPS));
  }

  @Test
  void aJournalThatGoesIntoTheSnapshotsMeanwhileLosesAndDoublesNothing() {
    SampleSweep sweep = nodes.archive("a").sweep();
    assertEquals(each(4, 20), numbers(sweep, 0, 20));
    nodes.store("a").maintain();
    nodes.store("b").maintain();
    assertEquals(each(4, 20), numbers(sweep, 20, GROUPS));
  }

  @Test
  void whatWasDeletedIsNotFound() {
    nodes
        .decisions("b")
        .add(time -> new Decision.DeleteDecision(time, List.of(Given.id(3), Given.id(4))));
    nodes.store("a").forgetDeleted();
    nodes.store("a").flush();
    SampleSweep sweep = nodes.archive("a").sweep();
    assertEquals(List.of(4, 0, 0, 4), numbers(sweep, 2, 6));
    nodes.clock.moveOn(Duration.ofMinutes(1));
    nodes.record("a", 3, 3);
    assertEquals(List.of(1), numbers(nodes.archive("a").sweep(), 3, 4));
  }
}
