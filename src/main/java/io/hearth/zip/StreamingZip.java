package io.hearth.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes a ZIP while its content is made: no temporary file, a bounded number of blocks in memory,
 * deflate on several threads. The bytes do not depend on the number of threads.
 *
 * <p>One thread writes, one entry after the other. A target that fails makes every later call fail;
 * a ZIP that was not closed has no directory and opens nowhere.
 */
public final class StreamingZip implements Closeable {

  private static final int BLOCK = 256 * 1024;

  private final OutputStream out;
  private final EntryJournal journal;
  private final Packers packers;
  private final EntryNames names = new EntryNames();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private Optional<EntryStream> open = Optional.empty();
  private long entries;
  private long position;
  private boolean broken;
  private boolean ended;

  public StreamingZip(OutputStream out, ZipOptions options) {
    this(out, options, EntryJournal.none());
  }

  /** One that can be closed after its writer died. */
  public StreamingZip(OutputStream out, ZipOptions options, EntryJournal journal) {
    this(out, options, journal, 0);
  }

  /** For a target that holds {@code start} bytes already. */
  StreamingZip(OutputStream out, ZipOptions options, EntryJournal journal, long start) {
    this.out = out;
    this.journal = journal;
    this.position = start;
    this.packers = new Packers(options, this::deliver);
  }

  /**
   * Begins an entry.
   *
   * @param name parts divided by {@code /}; must lead nowhere out of the folder of unpacking
   * @param expectedSize in bytes, as well as one knows; 0 when nothing is known
   * @throws IllegalArgumentException for a name that is refused or was used before
   * @throws IllegalStateException if the entry before is still open
   */
  public EntryStream entry(String name, Instant modified, long expectedSize) throws IOException {
    checkBetween();
    EntryStream entry =
        new EntryStream(this, packers, name, names.claim(name), modified, expectedSize);
    open = Optional.of(entry);
    return entry;
  }

  /**
   * Copies all entries of another ZIP as they are packed.
   *
   * @throws IllegalArgumentException for a name that is refused or was used before; then nothing
   *     was copied
   * @throws IllegalStateException if the entry before is still open
   */
  public void append(FinishedZip other) throws IOException {
    checkBetween();
    List<FinishedZip.Part> parts = other.parts();
    parts.forEach(part -> names.claim(part.record().name()));
    for (FinishedZip.Part part : parts) {
      copy(other, part);
    }
  }

  /** The same with one of its entries. */
  public void append(FinishedZip other, int entry) throws IOException {
    checkBetween();
    FinishedZip.Part part = other.parts().get(entry);
    names.claim(part.record().name());
    copy(other, part);
  }

  private void checkBetween() throws IOException {
    if (open.isPresent()) {
      throw new IllegalStateException("the entry before is still open");
    }
    checkUsable();
  }

  private void copy(FinishedZip other, FinishedZip.Part part) throws IOException {
    byte[] block = new byte[(int) Math.min(BLOCK, part.to() - part.from())];
    long start = position;
    for (long at = part.from(); at < part.to(); ) {
      int length = (int) Math.min(block.length, part.to() - at);
      other.read(at, ByteBuffer.wrap(block, 0, length));
      put(block, length);
      at += length;
    }
    entered(Records.moved(part.record(), start));
  }

  /** Ends the ZIP with its directory; the target is flushed and stays open. */
  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    try {
      checkUsable();
      if (open.isPresent()) {
        throw new IllegalStateException("an entry is still open");
      }
      long start = position;
      byte[] records = directory.toByteArray();
      put(records, records.length);
      byte[] end = Records.end(entries, start, records.length);
      put(end, end.length);
      flush();
    } finally {
      abort();
    }
  }

  /** Gives up: nothing more is written, and the threads end. Harmless after {@link #close}. */
  public void abort() {
    if (!ended) {
      ended = true;
      packers.stop();
    }
  }

  private void deliver(Block block) throws IOException {
    open.ifPresent(entry -> entry.delivered(block));
    put(block.packed(), block.packedLength());
  }

  long position() {
    return position;
  }

  void put(byte[] bytes, int length) throws IOException {
    checkUsable();
    try {
      out.write(bytes, 0, length);
      position += length;
    } catch (IOException | RuntimeException e) {
      broken = true;
      throw e;
    }
  }

  void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException | RuntimeException e) {
      broken = true;
      throw e;
    }
  }

  void entered(byte[] centralRecord) throws IOException {
    found(centralRecord);
    open = Optional.empty();
    journal.entered(centralRecord, position);
  }

  /** An entry that the target holds already. */
  void found(byte[] centralRecord) {
    directory.writeBytes(centralRecord);
    entries++;
  }

  void checkUsable() throws IOException {
    if (ended || broken) {
      throw new IOException(ended ? "the ZIP is closed" : "the ZIP's target failed before");
    }
  }
}
