package io.hearth.redaction;

import java.text.Normalizer;

/** One spelling for all: lower case, composed accents (NFC). */
final class Folding {
  private Folding() {}

  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean marks = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      marks |= c >= 0x300 && c <= 0x36f;
      if (c == 0xdf || c == 0x1e9e) {
        // The sharp s is two letters in capitals.
        folded.append("ss");
      } else {
        folded.appendCodePoint(lower(c));
      }
      i += Character.charCount(c);
    }
    return marks ? Normalizer.normalize(folded, Normalizer.Form.NFC) : folded.toString();
  }

  private static int lower(int c) {
    // The dotted capital I folds to two characters elsewhere; here to the one people type.
    return c == 0x130 ? 'i' : Character.toLowerCase(c);
  }

  /** Whether the bytes are well-formed UTF-8 as far as names need it: no lone or cut sequence. */
  static boolean isUtf8(byte[] text, int from, int to) {
    int p = from;
    while (p < to) {
      int length = sequence(text[p] & 0xff);
      if (length == 0 || p + length > to) {
        return false;
      }
      for (int i = 1; i < length; i++) {
        if ((text[p + i] & 0xc0) != 0x80) {
          return false;
        }
      }
      p += length;
    }
    return true;
  }

  private static int sequence(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead >= 0xc2 && lead < 0xe0) {
      return 2;
    }
    if (lead >= 0xe0 && lead < 0xf0) {
      return 3;
    }
    return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  }
}
