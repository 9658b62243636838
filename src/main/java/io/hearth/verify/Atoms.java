package io.hearth.verify;

/** Runs of letters and digits; a byte of a character beyond ASCII counts as a letter. */
final class Atoms {

  private static final boolean[] ATOM = new boolean[256];
  private static final byte[] LOWER = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      boolean upper = b >= 'A' && b <= 'Z';
      boolean other = b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80;
      ATOM[b] = upper || other;
      LOWER[b] = (byte) (upper ? b | 0x20 : b);
    }
  }

  private Atoms() {}

  static boolean isAtom(byte b) {
    return ATOM[b & 0xff];
  }

  static byte lower(byte b) {
    return LOWER[b & 0xff];
  }

  static int end(byte[] text, int from, int to) {
    int p = from;
    while (p < to && ATOM[text[p] & 0xff]) {
      p++;
    }
    return p;
  }

  /** Of the small letters, so that a word in capitals has the same. */
  static long hash(byte[] text, int from, int to) {
    long hash = 1125899906842597L;
    for (int p = from; p < to; p++) {
      hash = hash * 31 + LOWER[text[p] & 0xff];
    }
    return hash * 0x9E3779B97F4A7C15L;
  }
}
