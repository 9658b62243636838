package io.hearth.collectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;

/** What can be told of a gzip file without unpacking it. */
final class Gzip {

  /** RFC 1951 3.2.5: one bit per symbol and 258 bytes per match give 1032 to 1 at most. */
  private static final long MOST = 1032;

  /** Where the file does not tell; logs pack to about an eighth. */
  private static final long USUAL = 8;

  private static final int FRAME = 18;

  private Gzip() {}

  static boolean isNamed(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /**
   * RFC 1952 2.3.1: the last four bytes are the size modulo 2^32 of the last member. A lie or a
   * wrapped size costs completeness at most: what is read stays bounded by the limit.
   */
  static long unpackedSize(SeekableByteChannel channel) throws IOException {
    long packed = channel.size();
    if (packed < FRAME) {
      return 0;
    }
    ByteBuffer tail = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(packed - 4);
    while (tail.hasRemaining() && channel.read(tail) >= 0) {
      continue;
    }
    long declared = tail.hasRemaining() ? 0 : tail.getInt(0) & 0xffffffffL;
    boolean plausible = declared <= packed * MOST && declared + 1024 >= packed;
    return plausible ? declared : packed * USUAL;
  }
}
