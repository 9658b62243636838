package io.hearth.application;

import java.util.List;

/** What one node tells of the part that it made of a ZIP; every value is redacted. */
public record NodePart(List<EntryResult> results, Learning learning) {

  public NodePart {
    results = List.copyOf(results);
  }

  /** Those whose entries are in the part, in their order. */
  public List<EntryResult.Written> written() {
    return results.stream()
        .filter(EntryResult.Written.class::isInstance)
        .map(EntryResult.Written.class::cast)
        .toList();
  }
}
