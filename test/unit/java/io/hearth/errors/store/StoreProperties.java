package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.GroupId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever nodes do, in whatever order: what is read is what a few counters say. */
class StoreProperties {

  enum What {
    RECORD,
    FLUSH,
    MAINTAIN,
    RESTART,
    DIE,
    DELETE,
    WAIT,
    LOOK
  }

  record Step(What what, String node, int group) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(12, What.RECORD),
            Tuple.of(3, What.FLUSH),
            Tuple.of(2, What.MAINTAIN),
            Tuple.of(1, What.RESTART),
            Tuple.of(1, What.DIE),
            Tuple.of(1, What.DELETE),
            Tuple.of(2, What.WAIT),
            Tuple.of(3, What.LOOK));
    return Combinators.combine(
            what, Arbitraries.of("a", "b", "c"), Arbitraries.integers().between(0, 4))
        .as(Step::new)
        .list()
        .ofMaxSize(80);
  }

  /** What one node holds of a group, and what of that it has not written. */
  private static final class Model {
    final Map<String, Map<GroupId, Long>> written = new HashMap<>();
    final Map<String, Map<GroupId, Long>> pending = new HashMap<>();

    void record(String node, GroupId group) {
      pending.computeIfAbsent(node, none -> new HashMap<>()).merge(group, 1L, Long::sum);
    }

    void flush(String node) {
      Map<GroupId, Long> lines = pending.getOrDefault(node, Map.of());
      lines.forEach(
          (group, n) ->
              written.computeIfAbsent(node, none -> new HashMap<>()).merge(group, n, Long::sum));
      pending.remove(node);
    }

    Map<GroupId, Long> sum() {
      Map<GroupId, Long> sum = new HashMap<>();
      written.values().forEach(node -> node.forEach((group, n) -> sum.merge(group, n, Long::sum)));
      return sum;
    }
  }

  @Property(tries = 150, seed = "2026112407")
  void nodesTogetherHoldWhatWasRecorded(@ForAll("steps") List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("hearth-errors");
    Model model = new Model();
    try (Nodes nodes = new Nodes(folder)) {
      ErrorArchive reader = nodes.archive("reader");
      int number = 0;
      for (Step step : steps) {
        apply(step, nodes, model, number++);
        if (step.what() == What.LOOK) {
          check(nodes, model, reader.view());
        }
      }
      List.of("a", "b", "c").forEach(node -> apply(new Step(What.FLUSH, node, 0), nodes, model, 0));
      check(nodes, model, reader.view());
      check(nodes, model, nodes.archive("another").view());
      for (int group = 0; group < 5; group++) {
        boolean there = model.sum().containsKey(Given.id(group));
        assertEquals(there, !reader.samples(Given.id(group)).isEmpty());
      }
    } finally {
      new io.hearth.store.PrivateFolder(folder).delete();
    }
  }

  private static void apply(Step step, Nodes nodes, Model model, int number) {
    String node = step.node();
    GroupId group = Given.id(step.group());
    switch (step.what()) {
      case RECORD -> {
        nodes.record(node, step.group(), number);
        model.record(node, group);
      }
      case FLUSH, MAINTAIN -> {
        nodes.store(node).flush();
        model.flush(node);
        if (step.what() == What.MAINTAIN) {
          nodes.store(node).maintain();
        }
      }
      case RESTART -> {
        nodes.store(node).close();
        nodes.forget(node);
        model.flush(node);
      }
      case DIE -> {
        nodes.forget(node);
        model.pending.remove(node);
      }
      case DELETE -> delete(nodes, model, group);
      case WAIT -> nodes.clock.moveOn(Duration.ofMinutes(17));
      case LOOK -> {}
      default -> throw new IllegalStateException("no step");
    }
  }

  /** A deletion holds for what a node has of a group that it first saw before. */
  private static void delete(Nodes nodes, Model model, GroupId group) {
    nodes.decisions("a").add(time -> new Decision.DeleteDecision(time, List.of(group)));
    nodes.clock.moveOn(Duration.ofMillis(10));
    for (String node : List.of("a", "b", "c")) {
      nodes.store(node).maintain();
      nodes.store(node).flush();
      model.pending.getOrDefault(node, new HashMap<>()).remove(group);
      model.flush(node);
      model.written.getOrDefault(node, new HashMap<>()).remove(group);
    }
  }

  private static void check(Nodes nodes, Model model, ErrorView view) {
    Map<GroupId, Long> totals = new HashMap<>();
    Instant now = nodes.clock.instant();
    for (StoredGroup group : view.groups()) {
      totals.put(group.id(), group.total());
      assertEquals(group.total(), group.days().stream().mapToLong(StoredGroup.Day::count).sum());
      assertTrue(group.hours(now).stream().mapToLong(n -> n).sum() <= group.total());
      assertEquals(group.total(), group.browsers().values().stream().mapToLong(n -> n).sum());
    }
    assertEquals(model.sum(), totals);
    assertEquals(List.of(), view.skipped());
    assertEquals(List.of(), nodes.warnings);
  }
}
