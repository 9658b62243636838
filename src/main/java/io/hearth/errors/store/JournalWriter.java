package io.hearth.errors.store;

import io.hearth.errors.store.Pending.Batch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Writes what is pending into the current journal, in writes of whole lines. */
final class JournalWriter {

  private static final int BLOCK = 256 << 10;

  private final JournalFiles journals;
  private final Memory memory;

  JournalWriter(JournalFiles journals, Memory memory) {
    this.journals = journals;
    this.memory = memory;
  }

  /**
   * Takes out of {@code pending} what it has written.
   *
   * @return whether some group has taken its part of the journal
   */
  boolean write(Pending pending) throws IOException {
    try {
      return writeAll(pending);
    } catch (NoSuchFileException deletedFromOutside) {
      // Whoever deletes the folder deletes the data: the groups in memory have lost their heads.
      memory.clear();
      pending.written(pending.batches().size());
      journals.rollOver();
      return false;
    }
  }

  private boolean writeAll(Pending pending) throws IOException {
    boolean full = false;
    Lot lot = new Lot();
    pending.deletions().forEach(lot::add);
    if (!pending.tally().isEmpty()) {
      lot.add(Lines.tallied(0, pending.tally()));
    }
    int taken = 0;
    List<Batch> batches = pending.batches();
    for (Batch batch : batches) {
      int before = lot.size();
      lot.add(Lines.counted(batch.part()));
      batch.samples().forEach(lot::add);
      taken++;
      full |= memory.wrote(batch.part().id, lot.size() - before);
      if (lot.size() >= BLOCK) {
        lot.write();
        pending.written(taken);
        taken = 0;
      }
    }
    lot.write();
    pending.written(taken);
    return full;
  }

  private final class Lot extends ByteArrayOutputStream {

    void add(String line) {
      writeBytes(line.getBytes(StandardCharsets.UTF_8));
    }

    void write() throws IOException {
      if (count > 0) {
        journals.append(buf, count);
        reset();
      }
    }
  }
}
