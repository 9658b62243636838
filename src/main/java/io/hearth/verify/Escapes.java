package io.hearth.verify;

/** Escapes whose letters and digits are no part of the word behind them. */
final class Escapes {

  private Escapes() {}

  /** How many bytes the sign at a place takes: more than one where it begins an escape. */
  static int length(byte[] text, int at, int to) {
    return switch (text[at]) {
      // RFC 3986, 2.1.
      case '%' -> areHex(text, at + 1, 2, to) ? 3 : 1;
      case '\\' -> ofBackslash(text, at, to);
      default -> 1;
    };
  }

  /** RFC 8259, 7, and Java's properties: one letter, or {@code u} and four digits. */
  private static int ofBackslash(byte[] text, int at, int to) {
    if (at + 1 >= to) {
      return 1;
    }
    byte letter = text[at + 1];
    if (letter == 'u' && areHex(text, at + 2, 4, to)) {
      return 6;
    }
    return letter == 'n' || letter == 'r' || letter == 't' ? 2 : 1;
  }

  private static boolean areHex(byte[] text, int from, int count, int to) {
    if (from + count > to) {
      return false;
    }
    for (int i = from; i < from + count; i++) {
      if (Character.digit(text[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
