package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Shard;
import io.hearth.errors.store.Lines.Sampled;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The samples of one node's groups, while that node goes on writing. Groups that are asked for in
 * the order of their ids cost one reading of each file: of the snapshots the last file that was
 * read is held, of the journals only the places of the lines.
 *
 * <p>Invariant: the journals are indexed before any snapshot is read. So what goes from a journal
 * into the snapshots meanwhile is found there, or its journal is gone and all is read anew.
 */
final class NodeSamples {

  private static final int TRIES = 4;

  private record Held(String name, Optional<Shard> shard) {}

  private final PrivateFolder folder;
  private final GroupFiles files;
  private Optional<TreeMap<Integer, Map<GroupId, Places>>> journals = Optional.empty();
  private Optional<Held> held = Optional.empty();

  NodeSamples(PrivateFolder folder) {
    this.folder = folder;
    this.files = new GroupFiles(folder);
  }

  /** In no order; empty when the files change faster than they can be read. */
  List<Sampled> of(GroupId id) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        return find(id);
      } catch (NoSuchFileException journalGone) {
        journals = Optional.empty();
        held = Optional.empty();
      }
    }
    return List.of();
  }

  private List<Sampled> find(GroupId id) throws IOException {
    if (journals.isEmpty()) {
      journals = Optional.of(index());
    }
    Optional<Shard> snapshots = shard(GroupFiles.shardOf(id));
    List<Sampled> samples = new ArrayList<>();
    snapshots
        .flatMap(shard -> Optional.ofNullable(shard.groups().get(id)))
        .ifPresent(kept -> samples.addAll(kept.samples()));
    int included = snapshots.map(Shard::journal).orElse(0);
    for (var journal : journals.get().tailMap(included, false).entrySet()) {
      Places places = journal.getValue().get(id);
      if (places != null) {
        add(samples, journal.getKey(), places);
      }
    }
    return samples;
  }

  private void add(List<Sampled> samples, int journal, Places places) throws IOException {
    try (SeekableByteChannel lines =
        Files.newByteChannel(folder.path().resolve(JournalFiles.name(journal)))) {
      for (int i = 0; i < places.size(); i++) {
        Lines.Line line = Lines.read(places.line(lines, i)).orElse(null);
        if (line instanceof Sampled sample) {
          samples.add(sample);
        } else if (line instanceof Lines.Deleted) {
          samples.clear();
        }
      }
    }
  }

  private Optional<Shard> shard(String name) throws IOException {
    if (held.filter(one -> one.name().equals(name)).isEmpty()) {
      held = Optional.of(new Held(name, files.read(name)));
    }
    return held.get().shard();
  }

  private TreeMap<Integer, Map<GroupId, Places>> index() throws IOException {
    TreeMap<Integer, Map<GroupId, Places>> all = new TreeMap<>();
    for (int journal : JournalFiles.list(folder).keySet()) {
      Map<GroupId, Places> places = new HashMap<>();
      try (InputStream in = folder.open(JournalFiles.name(journal))) {
        LineFile.read(in, 0, (line, offset) -> index(line, offset, places));
      }
      all.put(journal, places);
    }
    return all;
  }

  /** Samples, and what ends the samples before. */
  private static void index(String line, long offset, Map<GroupId, Places> places) {
    Optional<GroupId> id = Lines.groupOf(line);
    if (id.isPresent() && offset < Integer.MAX_VALUE && !Lines.isCounts(line)) {
      places.computeIfAbsent(id.get(), none -> new Places()).add((int) offset, line);
    }
  }
}
