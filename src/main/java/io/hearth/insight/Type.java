package io.hearth.insight;

/** Names of exceptions as stacks begin with them. */
final class Type {

  private static final int LONGEST = 200;
  private static final byte[] EXCEPTION = Line.word("Exception");
  private static final byte[] ERROR = Line.word("Error");

  private Type() {}

  /** How long the qualified name of a class at this place is; 0 where there is none. */
  static int length(Line line, int from) {
    int at = from;
    int part = from;
    boolean dotted = false;
    for (; at - from <= LONGEST; at++) {
      int b = line.at(at);
      if (b == '.') {
        if (at == part) {
          return 0;
        }
        dotted = true;
        part = at + 1;
      } else if (!Character.isJavaIdentifierPart(b) || b == 0) {
        break;
      }
    }
    int end = line.at(at);
    boolean ends = at >= line.length() || end == ':' || end == ' ';
    boolean named = at > part && Character.isUpperCase(line.at(part));
    return ends && dotted && named && at - from <= LONGEST ? at - from : 0;
  }

  /** Whether a name says that it is thrown. */
  static boolean thrown(byte[] text, int length) {
    return ends(text, length, EXCEPTION) || ends(text, length, ERROR);
  }

  private static boolean ends(byte[] text, int length, byte[] word) {
    if (length < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (text[length - word.length + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
