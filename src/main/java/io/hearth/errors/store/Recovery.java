package io.hearth.errors.store;

import io.hearth.errors.store.GroupFiles.Kept;
import io.hearth.errors.store.GroupFiles.Shard;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads at the start which groups there are. Counts and samples stay on the disk. */
final class Recovery {

  private final PrivateFolder folder;
  private final Memory memory;
  private final Troubles troubles;
  private int newest;

  Recovery(PrivateFolder folder, Memory memory, Troubles troubles) {
    this.folder = folder;
    this.memory = memory;
    this.troubles = troubles;
  }

  /** The number of the journal to begin with: later than all that there ever were. */
  int run() {
    try {
      GroupFiles groups = new GroupFiles(folder);
      for (String shard : groups.shards()) {
        groups.read(shard).ifPresent(this::restore);
      }
      newest = Math.max(newest, new CountsFile(folder).read().journal());
      for (int journal : JournalFiles.list(folder).keySet()) {
        try (InputStream in = folder.open(JournalFiles.name(journal))) {
          LineFile.read(in, 0, (line, offset) -> restore(journal, line));
        }
        newest = Math.max(newest, journal);
      }
    } catch (IOException e) {
      troubles.failed(e);
    }
    return newest + 1;
  }

  private void restore(Shard shard) {
    newest = Math.max(newest, shard.journal());
    for (Kept group : shard.groups().values()) {
      group
          .part()
          .filter(part -> part.head.isPresent())
          .ifPresent(part -> restore(shard, group, part));
    }
  }

  private void restore(Shard shard, Kept group, Part part) {
    Slot slot = new Slot(part.id, part.head.orElseThrow().overflow());
    slot.seen(part.count, part.first, part.last);
    slot.included = shard.journal();
    slot.samplesTaken = group.samples().size();
    slot.bytes = group.bytes();
    memory.restore(slot);
  }

  private void restore(int journal, String text) {
    Lines.Line line = Lines.read(text).orElse(null);
    if (line instanceof Lines.Counted counted) {
      restore(journal, counted.part());
    } else if (line instanceof Lines.Deleted deleted) {
      memory
          .find(deleted.id())
          .filter(slot -> slot.included < journal)
          .ifPresent(slot -> memory.forget(slot.id));
    } else if (line instanceof Lines.Sampled sample) {
      memory.find(sample.id()).ifPresent(slot -> slot.samplesTaken++);
    }
  }

  private void restore(int journal, Part part) {
    Optional<Slot> known = memory.find(part.id);
    if (known.isEmpty() && part.head.isPresent()) {
      memory.restore(new Slot(part.id, part.head.get().overflow()));
    }
    memory
        .find(part.id)
        .filter(slot -> slot.included < journal)
        .ifPresent(slot -> slot.seen(part.count, part.first, part.last));
  }
}
