package io.hearth.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The text of one entry of a {@link FinishedZip}; one that is not what was packed fails. */
final class PackedText extends InputStream {

  private static final int BLOCK = 64 * 1024;

  private final FinishedZip zip;
  private final DirectoryRecord record;
  private final boolean stored;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc32 = new CRC32();
  private final byte[] packed = new byte[BLOCK];
  private long at;
  private final long end;
  private long size;

  PackedText(FinishedZip zip, DirectoryRecord record, long from) {
    this.zip = zip;
    this.record = record;
    this.stored = record.method() == Records.STORED;
    this.at = from;
    this.end = from + record.packed();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = stored ? copied(into, from, length) : inflated(into, from, length);
    if (count < 0) {
      require(size == record.size() && crc32.getValue() == record.crc32());
      return -1;
    }
    crc32.update(into, from, count);
    size += count;
    require(size <= record.size());
    return count;
  }

  private int copied(byte[] into, int from, int length) throws IOException {
    int count = (int) Math.min(length, end - at);
    if (count == 0) {
      return -1;
    }
    zip.read(at, ByteBuffer.wrap(into, from, count));
    at += count;
    return count;
  }

  private int inflated(byte[] into, int from, int length) throws IOException {
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(into, from, length);
        if (count > 0) {
          return count;
        }
        if (inflater.needsInput() && !inflater.finished()) {
          fill();
        }
        require(!inflater.needsDictionary());
      }
      return -1;
    } catch (DataFormatException e) {
      throw new DamagedEntry("an entry does not unpack: " + e.getMessage());
    }
  }

  private void fill() throws IOException {
    int count = copied(packed, 0, packed.length);
    if (count < 0) {
      throw new DamagedEntry("an entry ends too early");
    }
    inflater.setInput(packed, 0, count);
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new DamagedEntry("an entry is not what was packed");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
