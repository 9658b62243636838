package io.hearth.redaction;

/**
 * Bytes as characters, knowing which byte is which character. A byte that is not UTF-8 stands for
 * the character of its number, as in Latin-1.
 */
final class Utf8Text {
  private final StringBuilder text = new StringBuilder();
  private final int[] places;

  Utf8Text(byte[] bytes) {
    places = new int[bytes.length + 1];
    int p = 0;
    while (p < bytes.length) {
      int size = size(bytes, p);
      int code = size == 1 ? bytes[p] & 0xff : code(bytes, p, size);
      for (int i = 0; i < size; i++) {
        places[p + i] = text.length();
      }
      text.appendCodePoint(code);
      p += size;
    }
    places[bytes.length] = text.length();
  }

  int length() {
    return text.length();
  }

  /** The character at a place in the bytes; that behind the last one for what lies beyond. */
  int charAt(long place) {
    return places[(int) Math.min(place, places.length - 1)];
  }

  String upTo(int end) {
    boolean splits =
        end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splits ? end - 1 : end);
  }

  /** RFC 3629: the first byte tells how many follow, and each of those begins with the bits 10. */
  private static int size(byte[] bytes, int p) {
    int first = bytes[p] & 0xff;
    int size = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    if (first < 0xc2 || first >= 0xf5 || p + size > bytes.length) {
      return 1;
    }
    for (int i = 1; i < size; i++) {
      if ((bytes[p + i] & 0xc0) != 0x80) {
        return 1;
      }
    }
    int code = code(bytes, p, size);
    boolean whole = size == 2 || size == 3 && code >= 0x800 || code >= 0x10000 && code <= 0x10ffff;
    return whole ? size : 1;
  }

  private static int code(byte[] bytes, int p, int size) {
    int code = bytes[p] & (0xff >> size + 1);
    for (int i = 1; i < size; i++) {
      code = code << 6 | bytes[p + i] & 0x3f;
    }
    return code;
  }
}
