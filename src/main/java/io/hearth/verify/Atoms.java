package io.hearth.verify;

/** Runs of letters and digits; a byte of a character beyond ASCII counts as a letter. */
final class Atoms {

  /** The small letter of each byte of an atom, 0 for all others. */
  static final byte[] FOLDED = new byte[256];

  static final long SEED = 1125899906842597L;

  private static final byte[] LOWER = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      boolean upper = b >= 'A' && b <= 'Z';
      boolean other = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80;
      LOWER[b] = (byte) (upper ? b | 0x20 : b);
      FOLDED[b] = upper || other ? LOWER[b] : 0;
    }
  }

  private Atoms() {}

  static boolean isAtom(byte b) {
    return FOLDED[b & 0xff] != 0;
  }

  static byte lower(byte b) {
    return LOWER[b & 0xff];
  }

  static int end(byte[] text, int from, int to) {
    int p = from;
    while (p < to && isAtom(text[p])) {
      p++;
    }
    return p;
  }

  /** Of the small letters, so that a word in capitals has the same. */
  static long hash(byte[] text, int from, int to) {
    long hash = SEED;
    for (int p = from; p < to; p++) {
      hash = hash * 31 + FOLDED[text[p] & 0xff];
    }
    return spread(hash);
  }

  /** Of the sum that {@link #hash} makes, so that all bits tell. */
  static long spread(long sum) {
    return sum * 0x9E3779B97F4A7C15L;
  }
}
