package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision.RegroupedDecision;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Carries this node's groups over into new rules. New rules may give the same bug another id; what
 * they say of a group's samples tells which, and that it goes on under both ids is kept as a
 * decision. So states, notes and counts stay with it. See decision 0064.
 *
 * <p>It may be broken off anywhere: the version of the rules is remembered only at the end, and
 * deciding the same again changes nothing.
 */
public final class Regrouping {

  private static final String RULES = "rules";
  private static final int AT_ONCE = 200;

  private final PrivateFolder folder;
  private final String node;
  private final Decisions decisions;
  private final int rules;
  private final Function<ErrorEvent, GroupId> grouping;

  /**
   * @param rules the version of {@code grouping}
   */
  public Regrouping(
      PrivateFolder nodes,
      String node,
      Decisions decisions,
      int rules,
      Function<ErrorEvent, GroupId> grouping) {
    this.folder = ErrorStore.folder(nodes, node);
    this.node = node;
    this.decisions = decisions;
    this.rules = rules;
    this.grouping = grouping;
  }

  /** Does nothing when the rules are those of the last time. */
  public void run() {
    try {
      if (!isDone()) {
        carryOver(formedByOthers());
        folder.write(RULES, String.valueOf(rules));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("carrying groups over into new rules", e);
    }
  }

  private boolean isDone() {
    try {
      return folder.read(RULES).strip().equals(String.valueOf(rules));
    } catch (IOException never) {
      return false;
    }
  }

  /** In the order of their ids, which is that of the files. */
  private List<GroupId> formedByOthers() throws IOException {
    NodeReader reader = new NodeReader(folder);
    reader.look();
    return reader.parts().stream()
        .filter(part -> part.head.filter(this::isOther).isPresent())
        .map(part -> part.id)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** Older ones after an update of the app, newer ones after it was taken back. */
  private boolean isOther(Head head) {
    return head.rules() != rules && !head.overflow();
  }

  private void carryOver(List<GroupId> groups) throws IOException {
    NodeSamples samples = new NodeSamples(folder);
    List<Function<Instant, RegroupedDecision>> made = new ArrayList<>();
    for (GroupId group : groups) {
      List<GroupId> now = now(samples.of(group));
      if (!now.isEmpty() && !now.equals(List.of(group))) {
        made.add(time -> new RegroupedDecision(time, group, now));
      }
      if (made.size() >= AT_ONCE) {
        decisions.addAll(made);
        made.clear();
      }
    }
    decisions.addAll(made);
  }

  /** What the rules say of what is kept of a group, each once. */
  private List<GroupId> now(List<Lines.Sampled> samples) {
    Set<GroupId> ids = new LinkedHashSet<>();
    for (Lines.Sampled line : samples) {
      Samples.read(line, node).flatMap(sample -> group(sample.event())).ifPresent(ids::add);
    }
    return List.copyOf(ids);
  }

  /** A sample on which the rules fail joins nothing: its group stays as it is. */
  private Optional<GroupId> group(ErrorEvent event) {
    try {
      return Optional.of(grouping.apply(event));
    } catch (RuntimeException | StackOverflowError failed) {
      return Optional.empty();
    }
  }
}
