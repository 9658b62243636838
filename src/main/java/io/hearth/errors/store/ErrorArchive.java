package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the errors of all nodes as one. A look that finds nothing new costs the listing of one
 * small folder for each node. What other nodes write is read as a stranger's: what is not as it
 * should be is left out and named.
 */
public final class ErrorArchive {

  private final PrivateFolder nodes;
  private final Optional<ErrorStore> own;
  private final Decisions decisions;
  private final Clock clock;
  private final Map<String, NodeReader> readers = new TreeMap<>();
  private Optional<ErrorView> view = Optional.empty();

  /**
   * @param nodes {@code <shared home>/hearth/nodes}
   * @param own this node's store; empty when the product is down
   */
  public ErrorArchive(
      PrivateFolder nodes, Optional<ErrorStore> own, Decisions decisions, Clock clock) {
    this.nodes = nodes;
    this.own = own;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** All that is stored now, this node's last second included. */
  public synchronized ErrorView view() {
    List<Part> unwritten = own.map(ErrorArchive::unwritten).orElse(List.of());
    try {
      List<String> names = NodeFolders.names(nodes);
      readers.keySet().retainAll(names);
      for (String name : names) {
        readers
            .computeIfAbsent(name, node -> new NodeReader(ErrorStore.folder(nodes, node)))
            .look();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading browser errors", e);
    }
    String revision = revision(unwritten);
    if (view.filter(one -> one.revision().equals(revision)).isEmpty()) {
      view = Optional.of(make(revision, unwritten));
    }
    return view.get();
  }

  /** While the disk cannot be written, what is in memory; nothing otherwise. */
  private static List<Part> unwritten(ErrorStore store) {
    return store.flush() ? List.of() : store.unwritten();
  }

  private String revision(List<Part> unwritten) {
    StringBuilder text = new StringBuilder(decisions.revision());
    readers.forEach((node, reader) -> text.append(node).append(reader.revision()));
    unwritten.forEach(part -> text.append(part.id).append(part.count));
    text.append(Part.hour(clock.millis()));
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private ErrorView make(String revision, List<Part> unwritten) {
    Map<GroupId, Instant> deletions = decisions.deletions();
    Map<GroupId, Part> merged = new HashMap<>();
    IntakeTally counts = new IntakeTally();
    List<String> skipped = new ArrayList<>();
    readers.forEach(
        (node, reader) -> {
          reader.parts().stream()
              .filter(part -> !isDeleted(part, deletions))
              .forEach(part -> merged.merge(part.id, part, ErrorArchive::sum));
          counts.add(reader.counts());
          reader.skipped().forEach(file -> skipped.add(node + "/" + file));
        });
    unwritten.forEach(part -> merged.merge(part.id, part, ErrorArchive::sum));
    List<StoredGroup> groups =
        merged.values().stream()
            .filter(part -> part.head.isPresent())
            .map(StoredGroup::new)
            .toList();
    return new ErrorView(
        revision,
        groups,
        ranked(counts),
        List.copyOf(readers.keySet()),
        decisions.all(),
        skipped.subList(0, Math.min(ErrorView.MOST_SKIPPED, skipped.size())));
  }

  private static Part sum(Part one, Part other) {
    Part sum = one.copy();
    sum.join(other);
    return sum;
  }

  private static boolean isDeleted(Part part, Map<GroupId, Instant> deletions) {
    Instant deleted = deletions.get(part.id);
    return deleted != null && part.first <= deleted.toEpochMilli();
  }

  private static Map<Outcome, Map<String, Long>> ranked(IntakeTally counts) {
    Map<Outcome, Map<String, Long>> ranked = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      ranked.put(outcome, counts.sum(outcome).ranked());
    }
    return ranked;
  }

  /** The errors of a group, not of those it is merged with, that were kept whole; newest first. */
  public List<StoredSample> samples(GroupId id) {
    return sweep().of(id);
  }

  /** For the samples of many groups. */
  public SampleSweep sweep() {
    own.ifPresent(ErrorStore::flush);
    Map<String, NodeSamples> samples = new TreeMap<>();
    try {
      for (String node : NodeFolders.names(nodes)) {
        samples.put(node, new NodeSamples(ErrorStore.folder(nodes, node)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading samples of browser errors", e);
    }
    return new SampleSweep(samples, decisions.deletions());
  }
}
