package io.hearth.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One entry's record in the directory of a ZIP, read back.
 *
 * @param head the signature and who made it
 * @param version what a reader needs
 * @param middle flags, method, time and checksum
 * @param extra all extra fields but that of ZIP64
 */
record DirectoryRecord(
    byte[] head,
    int version,
    byte[] middle,
    byte[] nameBytes,
    byte[] extra,
    long size,
    long packed,
    long offset) {

  private static final int LENGTH = 46;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int NAME_IS_UTF8 = 1 << 11;

  /** Reads the one that begins at the buffer's position, and leaves it behind. */
  static DirectoryRecord read(ByteBuffer bytes) throws IOException {
    ByteBuffer fixed = taken(bytes, LENGTH);
    if (fixed.getInt(0) != 0x02014b50 || fixed.getShort(32) != 0 || fixed.getShort(34) != 0) {
      throw new IOException("not a ZIP of ours: it has a broken directory");
    }
    ByteBuffer name = taken(bytes, fixed.getShort(28) & 0xFFFF);
    ByteBuffer extra = taken(bytes, fixed.getShort(30) & 0xFFFF);
    Numbers numbers =
        new Numbers(
            fixed.getInt(24) & Records.MOST_32,
            fixed.getInt(20) & Records.MOST_32,
            fixed.getInt(42) & Records.MOST_32);
    byte[] others = numbers.takeFrom(extra);
    DirectoryRecord record =
        new DirectoryRecord(
            array(taken(fixed, 6)),
            taken(fixed, 2).getShort(0),
            array(taken(fixed, 12)),
            array(name),
            others,
            numbers.size,
            numbers.packed,
            numbers.offset);
    int allowed = SIZES_FOLLOW | NAME_IS_UTF8;
    boolean known = record.method() == Records.STORED || record.method() == Records.DEFLATED;
    if ((record.flags() & ~allowed) != 0 || !known) {
      throw new IOException("not a ZIP of ours: it has an entry of another kind");
    }
    return record;
  }

  private static ByteBuffer taken(ByteBuffer bytes, int length) throws IOException {
    if (bytes.remaining() < length) {
      throw new IOException("not a ZIP of ours: its directory ends too early");
    }
    ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return part;
  }

  private static byte[] array(ByteBuffer bytes) {
    byte[] array = new byte[bytes.remaining()];
    bytes.get(array);
    return array;
  }

  /** Sizes and place, which lie in an extra field where 32 bits are too few. */
  private static final class Numbers {

    private long size;
    private long packed;
    private long offset;

    Numbers(long size, long packed, long offset) {
      this.size = size;
      this.packed = packed;
      this.offset = offset;
    }

    /** Gives the other fields back. */
    byte[] takeFrom(ByteBuffer extra) throws IOException {
      ByteArrayOutputStream others = new ByteArrayOutputStream();
      while (extra.hasRemaining()) {
        ByteBuffer head = taken(extra, 4);
        ByteBuffer value = taken(extra, head.getShort(2) & 0xFFFF);
        if ((head.getShort(0) & 0xFFFF) == Records.ZIP64_EXTRA) {
          size = wide(size, value);
          packed = wide(packed, value);
          offset = wide(offset, value);
        } else {
          others.writeBytes(array(head));
          others.writeBytes(array(value));
        }
      }
      return others.toByteArray();
    }

    private static long wide(long narrow, ByteBuffer value) throws IOException {
      return narrow == Records.MOST_32 ? taken(value, 8).getLong(0) : narrow;
    }
  }

  String name() {
    return new String(nameBytes, StandardCharsets.UTF_8);
  }

  int flags() {
    return (middle[0] & 0xFF) | (middle[1] & 0xFF) << 8;
  }

  int method() {
    return (middle[2] & 0xFF) | (middle[3] & 0xFF) << 8;
  }

  long crc32() {
    return ByteBuffer.wrap(middle).order(ByteOrder.LITTLE_ENDIAN).getInt(8) & Records.MOST_32;
  }

  /** As its extended timestamp tells, which every entry of {@link StreamingZip} has. */
  Instant modified() throws IOException {
    ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
    while (fields.hasRemaining()) {
      ByteBuffer head = taken(fields, 4);
      ByteBuffer value = taken(fields, head.getShort(2) & 0xFFFF);
      if ((head.getShort(0) & 0xFFFF) == Records.TIMESTAMP_EXTRA && value.remaining() >= 5) {
        return Instant.ofEpochSecond(value.getInt(1));
      }
    }
    throw new IOException("not a ZIP of ours: it has an entry of no time");
  }

  boolean streamed() {
    return (flags() & SIZES_FOLLOW) != 0;
  }
}
