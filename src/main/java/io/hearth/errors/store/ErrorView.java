package io.hearth.errors.store;

import java.util.List;
import java.util.Map;

/**
 * All that is stored, at one moment.
 *
 * @param revision changes whenever something in it changed
 * @param groups in no order
 * @param counts what became no error of a group, by reason, highest first
 * @param nodes whose errors are in it
 * @param decisions oldest first
 * @param skipped files that are not what they should be, as {@code node/file}; at most {@link
 *     #MOST_SKIPPED}
 */
public record ErrorView(
    String revision,
    List<StoredGroup> groups,
    Map<Outcome, Map<String, Long>> counts,
    List<String> nodes,
    List<Decision> decisions,
    List<String> skipped) {

  public static final int MOST_SKIPPED = 20;

  public ErrorView {
    groups = List.copyOf(groups);
    counts = Map.copyOf(counts);
    nodes = List.copyOf(nodes);
    decisions = List.copyOf(decisions);
    skipped = List.copyOf(skipped);
  }
}
