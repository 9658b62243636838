package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Kept;
import io.hearth.errors.store.GroupFiles.Shard;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings a journal into the snapshots and deletes it. It may be broken off anywhere and begun
 * again: a file of snapshots names the last journal that it includes, and what it includes is not
 * added again. Of the journal only the places of the lines are held, so memory does not grow with
 * it.
 */
final class Compaction {

  private static final Shard NONE = new Shard(0, Map.of());

  private final PrivateFolder folder;
  private final StoreBounds bounds;
  private final GroupFiles files;
  private final CountsFile counts;
  private final Memory memory;

  /** Called after each file, as compaction may take longer than a flush may wait. */
  private final Runnable between;

  Compaction(PrivateFolder folder, StoreBounds bounds, Memory memory, Runnable between) {
    this.folder = folder;
    this.bounds = bounds;
    this.files = new GroupFiles(folder);
    this.counts = new CountsFile(folder);
    this.memory = memory;
    this.between = between;
  }

  void compact(int journal) throws IOException {
    Map<String, Places> places = new TreeMap<>();
    IntakeTally tally = new IntakeTally();
    String name = JournalFiles.name(journal);
    try (InputStream in = folder.open(name)) {
      LineFile.read(in, 0, (line, offset) -> index(line, (int) offset, places, tally));
    }
    try (SeekableByteChannel lines = Files.newByteChannel(folder.path().resolve(name))) {
      for (Map.Entry<String, Places> shard : places.entrySet()) {
        update(shard.getKey(), journal, lines, shard.getValue());
        between.run();
      }
    }
    counts.include(journal, tally);
    Files.deleteIfExists(folder.path().resolve(name));
  }

  private static void index(
      String line, int offset, Map<String, Places> places, IntakeTally tally) {
    if (Lines.groupOf(line).isPresent()) {
      String shard = GroupFiles.shardOf(Lines.groupOf(line).get());
      places.computeIfAbsent(shard, none -> new Places()).add(offset, line);
    } else if (Lines.read(line).orElse(null) instanceof Lines.Tallied counted) {
      tally.add(counted.tally());
    }
  }

  /** Writes what became of some groups, unless their file includes the journal already. */
  private void update(String shard, int journal, SeekableByteChannel lines, Places places)
      throws IOException {
    Shard before = files.read(shard).orElse(NONE);
    if (before.journal() >= journal) {
      return;
    }
    Map<GroupId, Kept> groups = new LinkedHashMap<>(before.groups());
    Map<GroupId, Fold> changed = new LinkedHashMap<>();
    for (int i = 0; i < places.size(); i++) {
      String line = places.line(lines, i);
      GroupId id = Lines.groupOf(line).orElseThrow();
      Fold fold = changed.computeIfAbsent(id, one -> fold(one, before));
      Lines.sample(line)
          .map(Lines.Line.class::cast)
          .or(() -> Lines.read(line))
          .ifPresent(fold::add);
    }
    changed.values().forEach(fold -> put(groups, fold));
    files.write(shard, journal, groups.values());
  }

  private static Fold fold(GroupId id, Shard before) {
    Fold fold = new Fold(id);
    if (before.groups().containsKey(id)) {
      fold.start(before.groups().get(id));
    }
    return fold;
  }

  private void put(Map<GroupId, Kept> groups, Fold fold) {
    GroupId id = fold.part().id;
    if (fold.part().isEmpty() || fold.part().head.isEmpty()) {
      // Deleted; or its head is lost with a file, and the next event brings it back as a new group.
      groups.remove(id);
      memory.lostSnapshot(id);
      return;
    }
    Kept kept = fold.kept(bounds.samples(), bounds.share(memory.size()));
    groups.put(id, kept);
    memory.snapshot(id, kept.bytes());
  }

  /** Takes groups out of the snapshots. */
  void remove(Collection<GroupId> ids) throws IOException {
    Map<String, Set<GroupId>> shards =
        ids.stream().collect(Collectors.groupingBy(GroupFiles::shardOf, Collectors.toSet()));
    for (Map.Entry<String, Set<GroupId>> shard : shards.entrySet()) {
      Shard before = files.read(shard.getKey()).orElse(NONE);
      if (before.groups().keySet().removeAll(shard.getValue())) {
        files.write(shard.getKey(), before.journal(), before.groups().values());
      }
    }
  }

  /** Drops from all snapshots what is older. */
  void expire(Instant before) throws IOException {
    for (String name : files.shards()) {
      Shard shard = files.read(name).orElse(NONE);
      boolean changed = false;
      for (Kept group : Set.copyOf(shard.groups().values())) {
        if (hasOlder(group, before)) {
          Fold fold = fold(group.id(), shard);
          fold.dropSamplesBefore(before.toEpochMilli());
          fold.part().expire(before);
          put(shard.groups(), fold);
          changed = true;
        }
      }
      if (changed) {
        files.write(name, shard.journal(), shard.groups().values());
      }
      between.run();
    }
    counts.expire(before);
  }

  private static boolean hasOlder(Kept group, Instant before) {
    long time = before.toEpochMilli();
    return group.samples().stream().anyMatch(sample -> sample.time() < time)
        || group
            .part()
            .filter(part -> part.days.size() > 0 && part.days.key(0) < Part.day(time))
            .isPresent();
  }
}
