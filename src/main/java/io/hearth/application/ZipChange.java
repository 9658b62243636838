package io.hearth.application;

import io.hearth.edits.Edit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants taken out of a Support ZIP that is made.
 *
 * @param removed names of entries that go as a whole
 * @param edits by the name of the entry; one that goes as a whole needs none
 * @param keepInsight whether {@code insight.json}, which repeats what stands in logs, stays
 * @param by as it shall stand in the manifest; empty when nobody is to be named
 */
public record ZipChange(
    Set<String> removed, Map<String, Edit> edits, boolean keepInsight, Optional<String> by) {

  public ZipChange {
    removed = Set.copyOf(removed);
    edits = Map.copyOf(edits);
  }

  boolean removes(String entry) {
    return removed.contains(entry) || entry.equals(InsightEntry.NAME) && !keepInsight;
  }

  /** Every entry that it names. */
  public Set<String> named() {
    Set<String> named = new HashSet<>(removed);
    named.addAll(edits.keySet());
    return named;
  }
}
