package io.hearth.collections;

import io.hearth.application.SupportZips;
import io.hearth.store.PrivateFolder;
import io.hearth.zip.EntryJournal;
import io.hearth.zip.Salvage;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;

/**
 * A ZIP on its way to the shelf: written under a hidden name, with its entries noted beside it, and
 * renamed when it is whole. Stops before the disk or the store is full.
 */
final class PartFile implements SupportZips.Target, AutoCloseable {

  static final String ZIP = "support.zip";
  static final String PART = ".part";
  static final String ENTRIES = ".entries";

  /** Other writers fill the disk meanwhile, so it is looked at again and again. */
  private static final long LOOK_EVERY = 1 << 20;

  private static final int BUFFER = 64 * 1024;

  private final PrivateFolder folder;
  private final Room.DiskSpace disk;
  private final long most;
  private Optional<OutputStream> zip = Optional.empty();
  private Optional<OutputStream> entries = Optional.empty();
  private Optional<IOException> unfinished = Optional.empty();
  private volatile Optional<Trouble> trouble = Optional.empty();

  /** {@code most} is what the store has left in bytes. */
  PartFile(PrivateFolder folder, Room.DiskSpace disk, long most) {
    this.folder = folder;
    this.disk = disk;
    this.most = most;
  }

  @Override
  public OutputStream open() throws IOException {
    OutputStream out = new BufferedOutputStream(new Guarded(folder.begin(PART)), BUFFER);
    zip = Optional.of(out);
    entries = Optional.of(folder.begin(ENTRIES));
    return out;
  }

  @Override
  public EntryJournal journal() {
    EntryJournal noted = Salvage.journal(entries.orElseThrow());
    return (centralRecord, end) -> {
      try {
        noted.entered(centralRecord, end);
      } catch (IOException e) {
        throw failed(e);
      }
    };
  }

  /** Why the ZIP could not be written on, if that is what ended it. */
  Optional<Trouble> trouble() {
    return trouble;
  }

  /** The ZIP is whole and closed: it appears under its name. */
  long keep() throws IOException {
    if (unfinished.isPresent()) {
      throw unfinished.get();
    }
    folder.rename(PART, ZIP);
    folder.delete(ENTRIES);
    return folder.size(ZIP);
  }

  void drop() throws IOException {
    folder.delete(PART);
    folder.delete(ENTRIES);
  }

  /** What cannot be let go of is noticed when the ZIP is to be kept; a broken one never is. */
  @Override
  public void close() {
    for (Optional<OutputStream> open : List.of(zip, entries)) {
      try {
        if (open.isPresent()) {
          open.get().close();
        }
      } catch (IOException e) {
        unfinished = Optional.of(e);
      }
    }
  }

  private IOException failed(IOException failure) {
    // Whoever stops a collection interrupts its thread, and that closes the file.
    if (trouble.isEmpty() && !(failure instanceof ClosedChannelException)) {
      trouble = Optional.of(isFull() ? Trouble.DISK_FULL : Trouble.FAILED);
    }
    return failure;
  }

  private boolean isFull() {
    try {
      return disk.of(folder.path()).tooLittle();
    } catch (IOException unknown) {
      return false;
    }
  }

  private IOException refused(Trouble why) {
    trouble = Optional.of(why);
    return new IOException("a stored Support ZIP has no more room: " + why);
  }

  private final class Guarded extends FilterOutputStream {

    private long written;
    private long lookAt;

    Guarded(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (written + length > most) {
        throw refused(Trouble.STORE_FULL);
      }
      if (written >= lookAt) {
        lookAt = written + LOOK_EVERY;
        if (isFull()) {
          throw refused(Trouble.DISK_FULL);
        }
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw failed(e);
      }
      written += length;
    }
  }
}
