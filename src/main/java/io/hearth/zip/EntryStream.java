package io.hearth.zip;

import io.hearth.zip.Records.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/** Takes the content of one entry; {@link #close} ends it, then {@link #summary} is there. */
public final class EntryStream extends OutputStream {

  /**
   * From this size on the header promises sizes of 64 bits. Some way below the limit of 32 bits,
   * since redaction may lengthen a text.
   */
  private static final long EXPECT_ZIP64 = 0xF0000000L;

  private final StreamingZip zip;
  private final Packers packers;
  private final String name;
  private final byte[] nameBytes;
  private final Instant modified;
  private final boolean zip64Header;
  private final CRC32 crc32 = new CRC32();
  private final MessageDigest sha256 = sha256();
  private final long offset;
  private final Restarts restarts = new Restarts();
  private Optional<Block> block = Optional.empty();
  private long size;

  /** Of these, how many are in blocks that were handed on. */
  private long submitted;

  private long dataStart;
  private boolean streamed;
  private Optional<EntrySummary> summary = Optional.empty();

  EntryStream(
      StreamingZip zip,
      Packers packers,
      String name,
      byte[] nameBytes,
      Instant modified,
      long expectedSize) {
    this.zip = zip;
    this.packers = packers;
    this.name = name;
    this.nameBytes = nameBytes;
    this.modified = modified;
    this.zip64Header = expectedSize >= EXPECT_ZIP64;
    this.offset = zip.position();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    checkOpen();
    crc32.update(bytes, from, length);
    sha256.update(bytes, from, length);
    size += length;
    int at = from;
    int end = from + length;
    while (at < end) {
      // A full block waits for the next byte: only then is it known not to be the last.
      if (current().full()) {
        submit(false);
      }
      at += current().fill(bytes, at, end - at);
    }
  }

  /** Sends on all that was written: a reader can unpack it. */
  @Override
  public void flush() throws IOException {
    checkOpen();
    if (block.isPresent() && block.get().length() > 0) {
      submit(false);
    }
    packers.drain();
    zip.flush();
  }

  /**
   * Sends a few bytes that unpack to nothing (RFC 1951, 3.2.4: a stored block may be empty), which
   * shows that the reader is still there.
   */
  public void signOfLife() throws IOException {
    checkOpen();
    submit(false);
    packers.drain();
    zip.flush();
  }

  @Override
  public void close() throws IOException {
    if (summary.isPresent()) {
      return;
    }
    zip.checkUsable();
    Header header = streamed ? endStreamed() : endWhole();
    summary = Optional.of(summaryOf(header));
    zip.entered(Records.central(header, offset, streamed, zip64Header && streamed, restarts));
  }

  /** Told before each of its blocks is put into the ZIP. */
  void delivered(Block block) {
    if (block.restart() > 0) {
      restarts.add(block.restart(), zip.position() - dataStart);
    }
  }

  /**
   * What stands in the ZIP.
   *
   * @throws IllegalStateException before the entry is closed
   */
  public EntrySummary summary() {
    return summary.orElseThrow(() -> new IllegalStateException("the entry is still open"));
  }

  private void checkOpen() throws IOException {
    if (summary.isPresent()) {
      throw new IOException("the entry is closed");
    }
    zip.checkUsable();
  }

  private Block current() throws IOException {
    if (block.isEmpty()) {
      block = Optional.of(packers.obtain());
    }
    return block.get();
  }

  private void submit(boolean last) throws IOException {
    Block full = current();
    submitted += full.length();
    if (!streamed) {
      byte[] local = Records.localStreamed(header(Records.DEFLATED, 0, 0), zip64Header);
      zip.put(local, local.length);
      dataStart = zip.position();
      streamed = true;
    }
    if (last) {
      block = Optional.empty();
    } else {
      Block next = packers.obtain();
      if (restarts.due(submitted)) {
        next.restartsAt(submitted);
      } else {
        next.follow(full);
      }
      block = Optional.of(next);
    }
    packers.submit(full, last);
  }

  private Header endStreamed() throws IOException {
    submit(true);
    packers.drain();
    long packed = zip.position() - dataStart;
    Header header = header(Records.DEFLATED, size, packed);
    byte[] descriptor = Records.descriptor(header, zip64Header || Records.over32(size, packed));
    zip.put(descriptor, descriptor.length);
    return header;
  }

  /** One block at most: its header can say everything, and it is stored if that is shorter. */
  private Header endWhole() throws IOException {
    Block only = current();
    packers.pack(only, true);
    boolean stored = only.length() <= only.packedLength();
    byte[] data = stored ? only.text() : only.packed();
    int length = stored ? only.length() : only.packedLength();
    Header header = header(stored ? Records.STORED : Records.DEFLATED, size, length);
    byte[] local = Records.local(header);
    zip.put(local, local.length);
    zip.put(data, length);
    packers.release(only);
    block = Optional.empty();
    return header;
  }

  private Header header(int method, long unpacked, long packed) {
    return new Header(nameBytes, modified, method, unpacked, packed, crc32.getValue());
  }

  private EntrySummary summaryOf(Header header) {
    return new EntrySummary(
        name,
        header.size(),
        header.compressedSize(),
        header.crc32(),
        HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
