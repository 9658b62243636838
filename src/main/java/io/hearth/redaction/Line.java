package io.hearth.redaction;

/**
 * What the scanner sees of one line (or of a piece of a line longer than a window): plain bytes
 * with escapes already taken away, and where each of them stood. Reused for all lines of an entry.
 */
final class Line {
  /** The text; {@code text[end]} can be read and is never part of a word. */
  byte[] text = new byte[0];

  int start;

  /** Everything up to here can be looked at. */
  int end;

  /** Before this stands what an earlier piece of the same line dealt with. */
  int fresh;

  /** Whether {@link #start} is where a line of the file begins, {@link #end} where it ends. */
  boolean first;

  boolean last;

  /** Whether {@link #raw} holds the place of each byte; otherwise the text is the file's own. */
  boolean mapped;

  int[] raw = new int[0];

  /** Whether the byte was written as an escape, so that it does not act as the plain one does. */
  boolean encoded(int position) {
    return mapped && raw[position + 1] - raw[position] != 1;
  }

  int rawAt(int position) {
    return mapped ? raw[position] : position;
  }

  /** The position whose byte stands at {@code rawPosition} or behind it. */
  int positionOf(int rawPosition) {
    if (!mapped) {
      return rawPosition;
    }
    int low = 0;
    int high = end;
    while (low < high) {
      int middle = low + high >>> 1;
      if (raw[middle] < rawPosition) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  byte at(int position) {
    return position >= start && position < end ? text[position] : 0;
  }

  /** Where the run of letters, digits and joints that ends before {@code position} begins. */
  int runStart(int position, int longest) {
    int floor = Math.max(start, position - longest);
    int p = position;
    while (p > floor && Chars.isRun(text[p - 1])) {
      p--;
    }
    return p;
  }

  int runEnd(int position) {
    int p = position;
    while (p < end && Chars.isRun(text[p])) {
      p++;
    }
    return p;
  }

  int atomEnd(int position) {
    int p = position;
    while (p < end && Chars.isAtom(text[p])) {
      p++;
    }
    return p;
  }

  int skipSpaces(int position) {
    int p = position;
    while (p < end && (text[p] == ' ' || text[p] == '\t')) {
      p++;
    }
    return p;
  }

  int skipQuote(int position) {
    byte b = at(position);
    return b == '"' || b == '\'' ? position + 1 : position;
  }

  int skipBackslashes(int position) {
    int p = position;
    while (p < end && text[p] == '\\') {
      p++;
    }
    return p;
  }

  /** The end of the token that begins here: the next blank or the end of what is seen. */
  int tokenEnd(int position) {
    int p = position;
    while (p < end && !Chars.isSpace(text[p])) {
      p++;
    }
    return p;
  }

  boolean startsWith(int position, String lowerCase) {
    return Chars.at(text, position, end, lowerCase);
  }

  String string(int from, int to) {
    return new String(text, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
