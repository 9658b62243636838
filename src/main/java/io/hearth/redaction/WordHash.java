package io.hearth.redaction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The hash by which words are known: over UTF-8, in eight bytes a step for letters and digits, one
 * a step for the signs between them, so that it can go on from word to word. Setting bit five makes
 * one of capital and small letters; what else it makes one of hardly matters in 64 bits.
 */
final class WordHash {
  static final long SEED = 0xcbf29ce484222325L;

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final long SMALL = 0x2020202020202020L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private WordHash() {}

  /** Goes on with {@code text[from, to)}, an atom; up to seven bytes behind it are read. */
  static long atom(long hash, byte[] text, int from, int to) {
    long h = hash;
    int p = from;
    while (to - p >= 8) {
      h = mix(h, (long) LONGS.get(text, p) | SMALL);
      p += 8;
    }
    if (p < to) {
      long mask = -1L >>> (8 - (to - p) << 3);
      h = mix(h, ((long) LONGS.get(text, p) | SMALL) & mask);
    }
    return h;
  }

  /** Goes on with a sign or a blank. */
  static long sign(long hash, int sign) {
    return mix(hash, sign);
  }

  private static long mix(long hash, long word) {
    long h = (hash ^ word) * PRIME;
    return h ^ h >>> 29;
  }

  static long of(String folded) {
    byte[] bytes = bytes(folded);
    return go(SEED, bytes, bytes.length - 8);
  }

  /** UTF-8 with eight bytes of room behind. */
  static byte[] bytes(String folded) {
    byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
    return java.util.Arrays.copyOf(bytes, bytes.length + 8);
  }

  /** Goes on with folded text of any characters. */
  static long go(long hash, byte[] text, int to) {
    long h = hash;
    int p = 0;
    while (p < to) {
      int start = p;
      while (p < to && Chars.isAtom(text[p])) {
        p++;
      }
      h = p > start ? atom(h, text, start, p) : sign(h, text[p++]);
    }
    return h;
  }
}
