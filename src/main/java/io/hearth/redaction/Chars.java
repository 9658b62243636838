package io.hearth.redaction;

/**
 * What each byte means to the scanner. Bytes above 127 count as letters: in UTF-8 and in Latin-1
 * they belong to names.
 */
final class Chars {
  static final int LETTER = 1;
  static final int DIGIT = 2;
  static final int UPPER = 4;
  static final int HIGH = 8;

  /** Letters, digits and high bytes: an atom is a longest run of these. */
  static final int ATOM = LETTER | DIGIT;

  /** {@code . - _}: may join the atoms of one run such as a host, a class or a setting's name. */
  static final int JOINT = 16;

  static final int HEX = 32;
  static final int SPACE = 64;

  /** Announces something to the scanner; in {@link #code} only. */
  static final int SIGN = 256;

  private static final byte[] FLAGS = new byte[256];
  private static final int[] CODES = new int[256];
  private static final byte[] FOLDED = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      FOLDED[b] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
      boolean upper = b >= 'A' && b <= 'Z';
      boolean lower = b >= 'a' && b <= 'z';
      boolean digit = b >= '0' && b <= '9';
      int flags = upper ? LETTER | UPPER : lower ? LETTER : digit ? DIGIT : 0;
      if (b >= 128) {
        flags = LETTER | HIGH;
      }
      if (digit || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F')) {
        flags |= HEX;
      }
      if (b == '.' || b == '-' || b == '_') {
        flags |= JOINT;
      }
      if (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
        flags |= SPACE;
      }
      FLAGS[b] = (byte) flags;
      boolean sign = b < 128 && "=:@<>-~\\+[".indexOf(b) >= 0;
      CODES[b] = (flags & 0xff) << 8 | FOLDED[b] & 0xff | (sign ? SIGN << 8 : 0);
    }
  }

  private Chars() {}

  /** Flags in the upper bytes, the folded character in the lowest: one look for both. */
  static int code(byte b) {
    return CODES[b & 0xff];
  }

  static int flags(byte b) {
    return FLAGS[b & 0xff];
  }

  static byte fold(byte b) {
    return FOLDED[b & 0xff];
  }

  static boolean isAtom(byte b) {
    return (FLAGS[b & 0xff] & ATOM) != 0;
  }

  static boolean isRun(byte b) {
    return (FLAGS[b & 0xff] & (ATOM | JOINT)) != 0;
  }

  static boolean isJoint(byte b) {
    return (FLAGS[b & 0xff] & JOINT) != 0;
  }

  static boolean isJoint(byte b, char other) {
    return b == other || isJoint(b);
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isHex(byte b) {
    return (FLAGS[b & 0xff] & HEX) != 0;
  }

  static boolean isSpace(byte b) {
    return (FLAGS[b & 0xff] & SPACE) != 0;
  }

  static boolean isLetter(byte b) {
    return (FLAGS[b & 0xff] & LETTER) != 0;
  }

  static boolean isUpper(byte b) {
    return (FLAGS[b & 0xff] & UPPER) != 0;
  }

  static int hexValue(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = b | 32;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /** Whether {@code text[from…]} holds the ASCII {@code word}, whatever the case; word in lower. */
  static boolean at(byte[] text, int from, int end, String word) {
    int length = word.length();
    if (from < 0 || end - from < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (FOLDED[text[from + i] & 0xff] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
