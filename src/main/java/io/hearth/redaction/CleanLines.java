package io.hearth.redaction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Lines in which nothing was found, compared byte for byte: half of a log's bytes are stack frames
 * that come again and again, and need no second look. Begins small, as most texts are, and forgets
 * what it has when it grows.
 */
final class CleanLines {
  private static final int FIRST_BITS = 5;
  private static final int MOST_BITS = 12;
  private static final int LONGEST = 400;
  private static final int SHORTEST = 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[][] lines = new byte[1 << FIRST_BITS][];
  private int bits = FIRST_BITS;
  private int untilGrowth = 1 << FIRST_BITS;

  private int slot;

  /** Whether the line is known to be clean; {@link #add} then refers to the line asked for last. */
  boolean contains(byte[] text, int from, int to) {
    int length = to - from;
    if (length < SHORTEST || length > LONGEST) {
      slot = -1;
      return false;
    }
    slot = slot(text, from, to);
    byte[] line = lines[slot];
    return line != null && line.length == length && Arrays.equals(line, 0, length, text, from, to);
  }

  void add(byte[] text, int from, int to) {
    if (slot >= 0) {
      lines[slot] = Arrays.copyOfRange(text, from, to);
      untilGrowth--;
      if (untilGrowth == 0 && bits < MOST_BITS) {
        bits = MOST_BITS;
        lines = new byte[1 << bits][];
      }
    }
  }

  private int slot(byte[] text, int from, int to) {
    long hash = to - from;
    int p = from;
    for (; p + 8 <= to; p += 8) {
      hash = (hash ^ (long) LONGS.get(text, p)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ (long) LONGS.get(text, to - 8)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 64 - bits);
  }
}
