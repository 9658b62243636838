package io.hearth.zip;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A piece of an entry's text on its way through deflate: a stretch of the entry's deflate stream
 * that ends at a byte border, so that the stretches of one entry, put together in their order, are
 * one stream (RFC 1951; the way of {@code pigz}).
 */
final class Block {

  /** Longer blocks pack no better; shorter ones cost a flush marker each. */
  static final int SIZE = 128 * 1024;

  /** As far back as deflate can refer. */
  private static final int WINDOW = 32 * 1024;

  private static final int MARGIN = 1024;

  private final byte[] text = new byte[SIZE];
  private final byte[] before = new byte[WINDOW];
  private byte[] packed = new byte[SIZE + MARGIN];
  private int length;
  private int beforeLength;
  private int packedLength;
  private long restart;

  /** Makes room for another piece, of which nothing is known before. */
  void clear() {
    length = 0;
    beforeLength = 0;
    packedLength = 0;
    restart = 0;
  }

  /**
   * Says that it refers to nothing before, and that {@code text} bytes of the entry do lie before.
   */
  void restartsAt(long text) {
    restart = text;
  }

  /** How much text lies before, of a block that unpacks without it; 0 for every other one. */
  long restart() {
    return restart;
  }

  /** Lets deflate refer to the end of the piece before this one. */
  void follow(Block previous) {
    beforeLength = Math.min(WINDOW, previous.length);
    System.arraycopy(previous.text, previous.length - beforeLength, before, 0, beforeLength);
  }

  /** Takes as many bytes as there is room for. */
  int fill(byte[] bytes, int from, int count) {
    int taken = Math.min(count, SIZE - length);
    System.arraycopy(bytes, from, text, length, taken);
    length += taken;
    return taken;
  }

  boolean full() {
    return length == SIZE;
  }

  /** Compresses; {@code last} ends the entry's deflate stream. */
  void pack(Deflater deflater, boolean last) {
    deflater.reset();
    deflater.setDictionary(before, 0, beforeLength);
    deflater.setInput(text, 0, length);
    if (last) {
      deflater.finish();
    }
    packedLength = 0;
    int added;
    do {
      if (packedLength == packed.length) {
        packed = Arrays.copyOf(packed, packed.length + MARGIN);
      }
      int room = packed.length - packedLength;
      added =
          deflater.deflate(
              packed, packedLength, room, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
      packedLength += added;
      // A full buffer means that there is more to come; a flush or an end leaves room.
    } while (packedLength == packed.length);
  }

  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  byte[] packed() {
    return packed;
  }

  int packedLength() {
    return packedLength;
  }
}
