package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Reads the samples of many groups, over all nodes, in the memory of one file for each node. It is
 * quick when groups are asked for in the order of their ids, and shows about the moment at which it
 * was made. For one thread.
 */
public final class SampleSweep {

  private static final int MOST_SAMPLES = 20;

  private final Map<String, NodeSamples> nodes;
  private final Map<GroupId, Instant> deletions;

  SampleSweep(Map<String, NodeSamples> nodes, Map<GroupId, Instant> deletions) {
    this.nodes = nodes;
    this.deletions = deletions;
  }

  /** The errors of a group, not of those it is merged with, that were kept whole; newest first. */
  public List<StoredSample> of(GroupId id) {
    List<StoredSample> samples = new ArrayList<>();
    nodes.forEach(
        (node, kept) -> {
          try {
            for (Lines.Sampled line : kept.of(id)) {
              Samples.read(line, node).ifPresent(samples::add);
            }
          } catch (IOException e) {
            throw new UncheckedIOException("reading samples of browser errors", e);
          }
        });
    Instant deleted = deletions.getOrDefault(id, Instant.MIN);
    samples.removeIf(sample -> !sample.event().time().isAfter(deleted));
    samples.sort(Comparator.comparing((StoredSample one) -> one.event().time()).reversed());
    return List.copyOf(samples.subList(0, Math.min(MOST_SAMPLES, samples.size())));
  }
}
