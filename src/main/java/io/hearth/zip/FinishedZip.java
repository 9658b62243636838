package io.hearth.zip;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A whole ZIP of {@link StreamingZip}, whose entries go into another one as they lie there; see
 * {@link StreamingZip#append}. Read as if somebody had forged it: every length is checked against
 * the file, entries must lie one after the other from its first byte to its directory, and both of
 * their headers must agree.
 */
public final class FinishedZip implements Closeable {

  /** More entries, or longer names, than any node gives. */
  private static final long LARGEST_DIRECTORY = 64L << 20;

  private static final int END = 22;
  private static final int LOCATOR_64 = 20;
  private static final int END_64 = 56;
  private static final int LOCAL = 30;
  private static final int DESCRIPTOR = 16;
  private static final int DESCRIPTOR_64 = 24;

  /** An entry, where it lies with its headers, and where its data begins. */
  record Part(DirectoryRecord record, long from, long to, long data) {}

  private final FileChannel file;
  private final List<Part> parts = new ArrayList<>();

  private FinishedZip(FileChannel file) {
    this.file = file;
  }

  /**
   * The caller closes it.
   *
   * @throws IOException also when it is not such a ZIP
   */
  public static FinishedZip open(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    FinishedZip zip = new FinishedZip(file);
    try {
      zip.read();
      return zip;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e instanceof IOException io ? io : new IOException("not a ZIP of ours", e);
    }
  }

  /** In the order in which they lie; the digest of their content is not known here. */
  public List<String> names() {
    return parts.stream().map(part -> part.record().name()).toList();
  }

  /** Unpacked, as the directory tells. */
  public long size(int entry) {
    return parts.get(entry).record().size();
  }

  /** As it is packed. */
  public long packedSize(int entry) {
    return parts.get(entry).record().packed();
  }

  public Instant modified(int entry) throws IOException {
    return parts.get(entry).record().modified();
  }

  /** The text of an entry, which fails when it is not what was packed; the caller closes it. */
  public InputStream text(int entry) {
    Part part = parts.get(entry);
    return new PackedText(this, part.record(), part.data());
  }

  List<Part> parts() {
    return parts;
  }

  /** Reads from a place of the file until the buffer is full. */
  void read(long from, ByteBuffer into) throws IOException {
    long at = from;
    while (into.hasRemaining()) {
      int count = file.read(into, at);
      if (count < 0) {
        throw new EOFException("the file ends too early");
      }
      at += count;
    }
    into.flip();
  }

  private ByteBuffer bytes(long from, long length) throws IOException {
    require(from >= 0 && length >= 0 && from + length <= file.size(), "a place beyond its end");
    ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    read(from, bytes);
    return bytes;
  }

  private void read() throws IOException {
    long end = file.size() - END;
    ByteBuffer last = bytes(end, END);
    require(last.getInt(0) == 0x06054b50, "no end");
    long entries = last.getShort(10) & 0xFFFF;
    long length = last.getInt(12) & Records.MOST_32;
    long start = last.getInt(16) & Records.MOST_32;
    if (entries == 0xFFFF || length == Records.MOST_32 || start == Records.MOST_32) {
      end -= LOCATOR_64 + END_64;
      ByteBuffer wide = bytes(end, END_64 + LOCATOR_64);
      require(wide.getInt(0) == 0x06064b50 && wide.getInt(END_64) == 0x07064b50, "no wide end");
      entries = wide.getLong(32);
      length = wide.getLong(40);
      start = wide.getLong(48);
    }
    require(length >= 0 && length <= LARGEST_DIRECTORY, "too large a directory");
    require(start >= 0 && start + length == end, "a directory that is elsewhere");
    directory(bytes(start, length), start);
    require(parts.size() == entries, "another number of entries");
  }

  private void directory(ByteBuffer bytes, long end) throws IOException {
    List<DirectoryRecord> records = new ArrayList<>();
    while (bytes.hasRemaining()) {
      records.add(DirectoryRecord.read(bytes));
    }
    long from = 0;
    for (int n = 0; n < records.size(); n++) {
      long to = n + 1 < records.size() ? records.get(n + 1).offset() : end;
      require(records.get(n).offset() == from && to > from, "a gap between entries");
      parts.add(new Part(records.get(n), from, to, data(records.get(n), from, to)));
      from = to;
    }
    require(from == end, "bytes that no entry has");
  }

  private long data(DirectoryRecord record, long from, long to) throws IOException {
    ByteBuffer local = bytes(from, LOCAL);
    byte[] name = new byte[local.getShort(26) & 0xFFFF];
    bytes(from + LOCAL, name.length).get(name);
    boolean same =
        local.getInt(0) == 0x04034b50
            && local.getShort(6) == (short) record.flags()
            && local.getShort(8) == (short) record.method()
            && Arrays.equals(name, record.name().getBytes(StandardCharsets.UTF_8));
    require(same, "two headers that differ");
    long data = from + LOCAL + name.length + (local.getShort(28) & 0xFFFF);
    long behind = to - data - record.packed();
    boolean fits =
        record.streamed() ? behind == DESCRIPTOR || behind == DESCRIPTOR_64 : behind == 0;
    require(fits && record.packed() >= 0 && record.size() >= 0, "an entry of another length");
    return data;
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException("not a ZIP of ours: it has " + otherwise);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
