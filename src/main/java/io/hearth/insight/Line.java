package io.hearth.insight;

import java.nio.charset.StandardCharsets;

/**
 * One line of redacted text, without its end: a window on bytes that are somebody else's, moved
 * from line to line so that a line costs no memory. Positions count from the start of the line.
 */
final class Line {

  private byte[] bytes = new byte[0];
  private int from;
  private int length;

  Line at(byte[] text, int start, int end) {
    bytes = text;
    from = start;
    length = end > start && text[end - 1] == '\r' ? end - 1 - start : end - start;
    return this;
  }

  int length() {
    return length;
  }

  /** What the line is a window on, for who reads from {@link #from} up to {@link #end}. */
  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int end() {
    return from + length;
  }

  /** The byte at a position; behind the end there are zeros. */
  int at(int position) {
    return position < length ? bytes[from + position] : 0;
  }

  boolean has(int position, byte[] word) {
    if (position < 0 || position + word.length > length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (bytes[from + position + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where a byte is next, or the length of the line. */
  int next(char wanted, int position) {
    int at = position;
    while (at < length && bytes[from + at] != wanted) {
      at++;
    }
    return Math.min(at, length);
  }

  /** Where a byte was last before a position, or -1. */
  int last(char wanted, int position) {
    int at = Math.min(position, length) - 1;
    while (at >= 0 && bytes[from + at] != wanted) {
      at--;
    }
    return at;
  }

  /** Where a word is next within so many bytes, or -1. */
  int find(byte[] word, int position, int within) {
    int most = Math.min(length, position + within) - word.length;
    for (int at = position; at <= most; at++) {
      if (bytes[from + at] == word[0] && has(at, word)) {
        return at;
      }
    }
    return -1;
  }

  /** The digits from a position up to another as a number, or -1 where there is anything else. */
  long number(int start, int end) {
    if (start >= end || end > length || end - start > 12) {
      return -1;
    }
    long value = 0;
    for (int at = start; at < end; at++) {
      int digit = bytes[from + at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  String text(int start, int end) {
    int last = Math.min(end, length);
    return start >= last
        ? ""
        : new String(bytes, from + start, last - start, StandardCharsets.UTF_8);
  }

  /** The same, cut after so many bytes; half a character at the cut is left out. */
  String text(int start, int end, int most) {
    int last = Math.min(Math.min(end, length), start + most);
    while (last > start && last < Math.min(end, length) && (bytes[from + last] & 0xC0) == 0x80) {
      last--;
    }
    return text(start, last);
  }

  /** Copies as much as there is room for, and tells how much that was. */
  int copy(byte[] to, int position, int most) {
    int count = Math.max(0, Math.min(Math.min(length, most), to.length - position));
    System.arraycopy(bytes, from, to, position, count);
    return count;
  }

  static byte[] word(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
