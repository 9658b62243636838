package io.hearth.zip;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The records of a ZIP around the data: the .ZIP File Format Specification (APPNOTE.TXT) 6.3.10,
 * and Info-ZIP's "extended timestamp" extra field. All numbers are little-endian.
 */
final class Records {

  /** What one entry's headers say. */
  record Header(
      byte[] name, Instant modified, int method, long size, long compressedSize, long crc32) {}

  static final int STORED = 0;
  static final int DEFLATED = 8;

  /**
   * A field of 32 bits that says: look into the ZIP64 record. It is the largest of such numbers.
   */
  static final long MOST_32 = 0xFFFFFFFFL;

  private static final int MOST_16 = 0xFFFF;

  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int NAME_IS_UTF8 = 1 << 11;
  private static final int VERSION_DEFLATE = 20;
  private static final int VERSION_ZIP64 = 45;
  private static final int MADE_ON_UNIX = 3 << 8;
  private static final int REGULAR_FILE_OF_OWNER = 0100600;
  static final int ZIP64_EXTRA = 0x0001;
  static final int TIMESTAMP_EXTRA = 0x5455;
  private static final int TIMESTAMP_EXTRA_LENGTH = 9;

  /**
   * Ours; no other maker has registered or used it, and readers pass over what they do not know.
   */
  private static final int RESTARTS_EXTRA = 0x4548;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  private Records() {}

  /** The header before an entry whose sizes are known. */
  static byte[] local(Header header) {
    Records records = new Records();
    records.localStart(header, VERSION_DEFLATE, 0);
    records.u32(header.crc32()).u32(header.compressedSize()).u32(header.size());
    records.u16(header.name().length).u16(TIMESTAMP_EXTRA_LENGTH);
    records.bytes(header.name()).timestamp(header.modified());
    return records.out.toByteArray();
  }

  /**
   * The header before an entry whose sizes follow it.
   *
   * @param zip64 whether the entry is expected to need sizes of 64 bits
   */
  static byte[] localStreamed(Header header, boolean zip64) {
    Records records = new Records();
    records.localStart(header, zip64 ? VERSION_ZIP64 : VERSION_DEFLATE, SIZES_FOLLOW);
    long unknown = zip64 ? MOST_32 : 0;
    records.u32(0).u32(unknown).u32(unknown);
    records.u16(header.name().length).u16(TIMESTAMP_EXTRA_LENGTH + (zip64 ? 20 : 0));
    records.bytes(header.name()).timestamp(header.modified());
    if (zip64) {
      records.u16(ZIP64_EXTRA).u16(16).u64(0).u64(0);
    }
    return records.out.toByteArray();
  }

  private void localStart(Header header, int version, int flags) {
    u32(0x04034b50L).u16(version).u16(flags | NAME_IS_UTF8).u16(header.method());
    dosTime(header.modified());
  }

  /** What follows the data of an entry with {@link #localStreamed}. */
  static byte[] descriptor(Header header, boolean zip64) {
    Records records = new Records();
    records.u32(0x08074b50L).u32(header.crc32());
    if (zip64) {
      records.u64(header.compressedSize()).u64(header.size());
    } else {
      records.u32(header.compressedSize()).u32(header.size());
    }
    return records.out.toByteArray();
  }

  static boolean over32(long size, long compressedSize) {
    return size >= MOST_32 || compressedSize >= MOST_32;
  }

  /** The entry's record in the directory at the end. */
  static byte[] central(
      Header header, long offset, boolean streamed, boolean zip64Header, Restarts restarts) {
    Records records = new Records();
    Records wide = new Records();
    wide.wideIfNeeded(header.size()).wideIfNeeded(header.compressedSize()).wideIfNeeded(offset);
    int wideLength = wide.out.size();
    int version = wideLength > 0 || zip64Header ? VERSION_ZIP64 : VERSION_DEFLATE;
    records.u32(0x02014b50L).u16(MADE_ON_UNIX | VERSION_ZIP64).u16(version);
    records.u16((streamed ? SIZES_FOLLOW : 0) | NAME_IS_UTF8).u16(header.method());
    records.dosTime(header.modified()).u32(header.crc32());
    records.u32(Math.min(MOST_32, header.compressedSize())).u32(Math.min(MOST_32, header.size()));
    byte[] places = restarts.isEmpty() ? new byte[0] : restarts.bytes();
    int extra = TIMESTAMP_EXTRA_LENGTH + field(wideLength) + field(places.length);
    records.u16(header.name().length).u16(extra).u16(0).u16(0).u16(0);
    records.u32((long) REGULAR_FILE_OF_OWNER << 16).u32(Math.min(MOST_32, offset));
    records.bytes(header.name()).timestamp(header.modified());
    if (wideLength > 0) {
      records.u16(ZIP64_EXTRA).u16(wideLength).bytes(wide.out.toByteArray());
    }
    if (places.length > 0) {
      records.u16(RESTARTS_EXTRA).u16(places.length).bytes(places);
    }
    return records.out.toByteArray();
  }

  /** The same record for an entry that lies elsewhere now. */
  static byte[] moved(DirectoryRecord record, long offset) {
    Records records = new Records();
    Records wide = new Records();
    wide.wideIfNeeded(record.size()).wideIfNeeded(record.packed()).wideIfNeeded(offset);
    int wideLength = wide.out.size();
    int extra = record.extra().length + field(wideLength);
    int version = wideLength > 0 ? VERSION_ZIP64 : record.version();
    records.bytes(record.head()).u16(version).bytes(record.middle());
    records.u32(Math.min(MOST_32, record.packed())).u32(Math.min(MOST_32, record.size()));
    records.u16(record.nameBytes().length).u16(extra).u16(0).u16(0).u16(0);
    records.u32((long) REGULAR_FILE_OF_OWNER << 16).u32(Math.min(MOST_32, offset));
    records.bytes(record.nameBytes()).bytes(record.extra());
    if (wideLength > 0) {
      records.u16(ZIP64_EXTRA).u16(wideLength).bytes(wide.out.toByteArray());
    }
    return records.out.toByteArray();
  }

  /** What ends the ZIP. */
  static byte[] end(long entries, long directoryOffset, long directorySize) {
    Records records = new Records();
    if (entries >= MOST_16 || directoryOffset >= MOST_32 || directorySize >= MOST_32) {
      records.u32(0x06064b50L).u64(44).u16(MADE_ON_UNIX | VERSION_ZIP64).u16(VERSION_ZIP64);
      records.u32(0).u32(0).u64(entries).u64(entries).u64(directorySize).u64(directoryOffset);
      records.u32(0x07064b50L).u32(0).u64(directoryOffset + directorySize).u32(1);
    }
    int count = (int) Math.min(MOST_16, entries);
    records.u32(0x06054b50L).u16(0).u16(0).u16(count).u16(count);
    records.u32(Math.min(MOST_32, directorySize)).u32(Math.min(MOST_32, directoryOffset)).u16(0);
    return records.out.toByteArray();
  }

  /** Bytes of an extra field with so much in it; none where it is left out. */
  private static int field(int length) {
    return length > 0 ? 4 + length : 0;
  }

  private Records wideIfNeeded(long value) {
    return value >= MOST_32 ? u64(value) : this;
  }

  /** To the second, in Universal Time. */
  private Records timestamp(Instant modified) {
    long seconds = Math.max(0, Math.min(Integer.MAX_VALUE, modified.getEpochSecond()));
    return u16(TIMESTAMP_EXTRA).u16(TIMESTAMP_EXTRA_LENGTH - 4).u8(1).u32(seconds);
  }

  /** To two seconds, in local time, for readers that know nothing better. */
  private Records dosTime(Instant modified) {
    LocalDateTime time = LocalDateTime.ofInstant(modified, ZoneId.systemDefault());
    int year = Math.max(0, Math.min(127, time.getYear() - 1980));
    u16(time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2);
    return u16(year << 9 | time.getMonthValue() << 5 | time.getDayOfMonth());
  }

  private Records bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private Records u8(int value) {
    out.write(value);
    return this;
  }

  private Records u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  private Records u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  private Records u64(long value) {
    return u32(value).u32(value >>> 32);
  }
}
