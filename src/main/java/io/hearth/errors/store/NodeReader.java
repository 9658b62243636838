package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Kept;
import io.hearth.errors.store.GroupFiles.Shard;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads one node's store while that node writes it. What was read stays in memory; a further look
 * lists the journals and reads what was added to them. Only when a journal is gone, as it is in the
 * snapshots now, are the snapshots looked at again, and those read that changed.
 *
 * <p>Invariant: an entry is its snapshot and all lines read of later journals. Whoever got a {@link
 * Part} keeps it unchanged: the first line after that goes to a copy.
 */
final class NodeReader {

  private static final int TRIES = 4;
  private static final long LOOK_AGAIN_NANOS = 5_000_000_000L;

  private static final class Entry {
    Part part;
    long copiedAt = -1;

    Entry(Part part) {
      this.part = part;
    }
  }

  /** A file of snapshots, with what later journals added to its groups. */
  private static final class ShardState {
    final String version;
    final int included;
    final Map<GroupId, Entry> entries = new HashMap<>();
    boolean beyondSnapshot;

    ShardState(String version, int included) {
      this.version = version;
      this.included = included;
    }
  }

  private final PrivateFolder folder;
  private final GroupFiles files;
  private Map<String, ShardState> shards = new HashMap<>();
  private final TreeMap<Integer, Long> readTo = new TreeMap<>();
  private final TreeSet<String> skipped = new TreeSet<>();
  private Lines.Tallied counts = new Lines.Tallied(0, new IntakeTally());
  private String snapshots = "";
  private long loadedAt;
  private boolean loaded;
  private int newest;
  private long looks;

  NodeReader(PrivateFolder folder) {
    this.folder = folder;
    this.files = new GroupFiles(folder);
  }

  /** Reads what changed since the last look. */
  void look() throws IOException {
    looks++;
    for (int tries = 0; tries < TRIES; tries++) {
      if (lookOnce()) {
        return;
      }
      loaded = false;
    }
  }

  /** Whether no journal went into the snapshots meanwhile. */
  private boolean lookOnce() throws IOException {
    TreeMap<Integer, Long> journals = JournalFiles.list(folder);
    boolean gone = !journals.keySet().containsAll(readTo.keySet()) || skipsOne(journals);
    boolean due = journals.isEmpty() || System.nanoTime() - loadedAt > LOOK_AGAIN_NANOS;
    if (!loaded || gone || due && !snapshots.equals(version(GroupFiles.FOLDER))) {
      load();
    }
    for (Map.Entry<Integer, Long> journal : journals.entrySet()) {
      if (!readOn(journal.getKey(), journal.getValue())) {
        return false;
      }
    }
    return JournalFiles.list(folder).keySet().containsAll(readTo.keySet());
  }

  /** Whether there was a journal between two looks that neither saw. */
  private boolean skipsOne(TreeMap<Integer, Long> journals) {
    if (journals.isEmpty()) {
      return false;
    }
    boolean skips = journals.firstKey() > newest + 1;
    newest = journals.lastKey();
    return skips;
  }

  private void load() throws IOException {
    loaded = true;
    loadedAt = System.nanoTime();
    snapshots = version(GroupFiles.FOLDER);
    readTo.clear();
    skipped.clear();
    counts = new CountsFile(folder).read();
    Map<String, ShardState> fresh = new HashMap<>();
    for (String shard : files.shards()) {
      String version = version(GroupFiles.FOLDER + "/" + GroupFiles.fileOf(shard));
      ShardState known = shards.get(shard);
      boolean same = known != null && !known.beyondSnapshot && known.version.equals(version);
      fresh.put(shard, same ? known : read(shard, version));
    }
    shards = fresh;
  }

  private ShardState read(String shard, String version) throws IOException {
    Optional<Shard> found = files.read(shard);
    if (found.isEmpty() && !version.isEmpty()) {
      skipped.add(GroupFiles.FOLDER + "/" + GroupFiles.fileOf(shard));
    }
    ShardState state = new ShardState(version, found.map(Shard::journal).orElse(0));
    for (Kept group : found.map(Shard::groups).orElse(Map.of()).values()) {
      group.part().ifPresent(part -> state.entries.put(group.id(), new Entry(part)));
    }
    return state;
  }

  private String version(String name) throws IOException {
    try {
      BasicFileAttributes file =
          Files.readAttributes(
              folder.path().resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.lastModifiedTime() + "." + file.size() + "." + file.fileKey();
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  /** Whether the journal is still there. */
  private boolean readOn(int journal, long size) throws IOException {
    long from = readTo.getOrDefault(journal, 0L);
    if (size <= from) {
      return size == from || from == 0;
    }
    try (InputStream in = folder.open(JournalFiles.name(journal))) {
      in.skipNBytes(from);
      readTo.put(journal, LineFile.read(in, from, (line, offset) -> apply(journal, line)));
      return true;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private void apply(int journal, String text) {
    Lines.Line line = Lines.read(text).orElse(null);
    if (line instanceof Lines.Counted counted) {
      GroupId id = counted.part().id;
      ShardState shard = shardOf(id);
      if (shard.included < journal) {
        changing(shard, id).append(counted.part());
      }
    } else if (line instanceof Lines.Deleted deleted) {
      ShardState shard = shardOf(deleted.id());
      if (shard.included < journal) {
        shard.beyondSnapshot = true;
        shard.entries.remove(deleted.id());
      }
    } else if (line instanceof Lines.Tallied tallied && counts.journal() < journal) {
      counts.tally().add(tallied.tally());
    } else if (line == null) {
      skipped.add(JournalFiles.name(journal));
    }
  }

  private ShardState shardOf(GroupId id) {
    return shards.computeIfAbsent(GroupFiles.shardOf(id), none -> new ShardState("", 0));
  }

  private Part changing(ShardState shard, GroupId id) {
    shard.beyondSnapshot = true;
    Entry entry = shard.entries.computeIfAbsent(id, none -> new Entry(new Part(id)));
    if (entry.copiedAt != looks) {
      entry.part = entry.part.copy();
      entry.copiedAt = looks;
    }
    return entry.part;
  }

  /** Those that have a head: without, it is not known what they are. */
  Collection<Part> parts() {
    return shards.values().stream()
        .flatMap(shard -> shard.entries.values().stream())
        .map(entry -> entry.part)
        .filter(part -> part.head.isPresent() && !part.isEmpty())
        .toList();
  }

  IntakeTally counts() {
    return counts.tally();
  }

  Collection<String> skipped() {
    return skipped;
  }

  /** Tells what has been read, the same on every node that reads it. */
  String revision() {
    return snapshots + readTo;
  }
}
