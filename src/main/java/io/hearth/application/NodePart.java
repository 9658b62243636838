package io.hearth.application;

import io.hearth.insight.NodeTold;
import java.util.List;
import java.util.Optional;

/**
 * What one node tells of the part that it made of a ZIP; every value is redacted.
 *
 * @param told by its logs; empty where that was lost on the way
 * @param health the entry with what its health checks found, if it is there
 */
public record NodePart(
    List<EntryResult> results,
    Learning learning,
    Optional<NodeTold> told,
    Optional<String> health) {

  public NodePart {
    results = List.copyOf(results);
  }

  public NodePart telling(Optional<NodeTold> logs, Optional<String> checks) {
    return new NodePart(results, learning, logs, checks);
  }

  /** Those whose entries are in the part, in their order. */
  public List<EntryResult.Written> written() {
    return results.stream()
        .filter(EntryResult.Written.class::isInstance)
        .map(EntryResult.Written.class::cast)
        .toList();
  }
}
