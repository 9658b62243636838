package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Snapshot;
import io.hearth.errors.store.Lines.Sampled;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a journal into the snapshots and deletes it. It may be broken off anywhere and begun
 * again: a snapshot names the last journal that it includes, and what it includes is not added
 * again. Of the journal only the places of the lines are held, so memory does not grow with it.
 */
final class Compaction {

  /** The first samples of a group show how it began; a flood pushes out only those after them. */
  private static final int FIRST_SAMPLES = 2;

  private final PrivateFolder folder;
  private final StoreBounds bounds;
  private final GroupFiles groups;
  private final CountsFile counts;
  private final Memory memory;

  /** Called after each group, as compaction may take longer than a flush may wait. */
  private final Runnable between;

  Compaction(PrivateFolder folder, StoreBounds bounds, Memory memory, Runnable between) {
    this.folder = folder;
    this.bounds = bounds;
    this.groups = new GroupFiles(folder);
    this.counts = new CountsFile(folder);
    this.memory = memory;
    this.between = between;
  }

  /** Where the lines of each group are: pairs of offset and length. */
  private static final class Places {
    private int[] pairs = new int[2];
    private int size;

    void add(int offset, int length) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
      }
      pairs[size++] = offset;
      pairs[size++] = length;
    }
  }

  void compact(int journal) throws IOException {
    Map<GroupId, Places> places = new HashMap<>();
    IntakeTally tally = new IntakeTally();
    String name = JournalFiles.name(journal);
    try (InputStream in = folder.open(name)) {
      LineFile.read(in, 0, (line, offset) -> index(line, (int) offset, places, tally));
    }
    try (SeekableByteChannel lines = Files.newByteChannel(folder.path().resolve(name))) {
      for (Map.Entry<GroupId, Places> group : places.entrySet()) {
        update(group.getKey(), journal, read(lines, group.getValue()), Instant.EPOCH);
        between.run();
      }
    }
    counts.include(journal, tally);
    Files.deleteIfExists(folder.path().resolve(name));
  }

  private static void index(
      String line, int offset, Map<GroupId, Places> places, IntakeTally tally) {
    if (Lines.groupOf(line).isPresent()) {
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      places.computeIfAbsent(Lines.groupOf(line).get(), none -> new Places()).add(offset, length);
    } else if (Lines.read(line).orElse(null) instanceof Lines.Tallied counted) {
      tally.add(counted.tally());
    }
  }

  private static List<Lines.Line> read(SeekableByteChannel file, Places places) throws IOException {
    List<Lines.Line> lines = new ArrayList<>();
    for (int i = 0; i < places.size; i += 2) {
      ByteBuffer bytes = ByteBuffer.allocate(places.pairs[i + 1]);
      file.position(places.pairs[i]);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {
        continue;
      }
      Lines.read(new String(bytes.array(), StandardCharsets.UTF_8)).ifPresent(lines::add);
    }
    return lines;
  }

  /** Writes what became of a group, unless its snapshot includes the journal already. */
  private void update(GroupId id, int journal, List<Lines.Line> lines, Instant expired)
      throws IOException {
    Optional<Snapshot> before = groups.read(id);
    if (before.filter(one -> one.journal() >= journal).isPresent()) {
      return;
    }
    Fold fold = new Fold(id);
    before.ifPresent(one -> fold.start(one));
    lines.forEach(fold::add);
    write(fold, journal, expired);
  }

  private void write(Fold fold, int journal, Instant expired) throws IOException {
    Part part = fold.part();
    if (part.isEmpty() || part.head.isEmpty()) {
      // Deleted; or its head is lost with a file, and the next event brings it back as a new group.
      groups.delete(part.id);
      if (memory.find(part.id).filter(slot -> slot.bytes > 0).isPresent()) {
        memory.forget(part.id);
      }
      return;
    }
    part.expire(expired);
    int room = bounds.share(memory.size()) - Lines.counted(journal, part).length();
    List<Sampled> samples = fitting(fold.samples(), room);
    memory.snapshot(part.id, groups.write(new Snapshot(journal, part, samples)));
  }

  /** The first, and the newest of the others, as many as there is room for; one in any case. */
  private List<Sampled> fitting(List<Sampled> all, int room) {
    List<Sampled> kept = new ArrayList<>(all);
    kept.sort(Comparator.comparingLong(Sampled::time));
    long bytes = kept.stream().mapToLong(one -> one.text().length() + 1).sum();
    while (kept.size() > 1 && (kept.size() > bounds.samples() || bytes > room)) {
      int oldest = Math.min(FIRST_SAMPLES, kept.size() - 1);
      bytes -= kept.remove(oldest).text().length() + 1;
    }
    return kept;
  }

  /** Drops from all snapshots what is older. */
  void expire(Instant before) throws IOException {
    for (GroupId id : groups.ids()) {
      Optional<Snapshot> snapshot = groups.read(id);
      if (snapshot.isPresent() && hasOlder(snapshot.get(), before)) {
        Fold fold = new Fold(id);
        fold.start(snapshot.get());
        fold.dropSamplesBefore(before.toEpochMilli());
        write(fold, snapshot.get().journal(), before);
      }
      between.run();
    }
    counts.expire(before);
  }

  private static boolean hasOlder(Snapshot snapshot, Instant before) {
    Series days = snapshot.part().days;
    long time = before.toEpochMilli();
    return days.size() > 0 && days.key(0) < Part.day(time)
        || snapshot.samples().stream().anyMatch(sample -> sample.time() < time);
  }
}
