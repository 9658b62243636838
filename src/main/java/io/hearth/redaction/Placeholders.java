package io.hearth.redaction;

import java.util.Set;

/** Values that stand for a secret, or for none, and stay: they tell how the instance is set up. */
final class Placeholders {
  private static final Set<String> WORDS =
      Set.of(
          """
          null none nil true false yes no on off empty undefined unset default required optional
          missing redacted masked hidden secured encrypted protected removed sanitized filtered
          obfuscated n/a na no-check nocheck disabled enabled changed expired invalid valid unknown
          sanitized_by_support_utility <redacted> [redacted] <hidden> (hidden) [hidden] <secret>
          <password> <token> [masked] <masked> *hidden* not-set notset (none) (null) (empty) [empty]
          <empty> <none> is was for has not and the must cannot could can will should with from
          reset policy authentication length field file
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> LEVELS =
      Set.of("trace debug info warn warning error fatal severe fine finer finest off".split(" "));

  private Placeholders() {}

  static boolean isPlaceholder(byte[] text, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return true;
    }
    byte first = text[from];
    if (first == '$' || first == '%' || first == '@' || first == '#' || first == '{') {
      return isReference(text, from, to);
    }
    if (isRepeated(text, from, to) || isMarker(text, from, to)) {
      return true;
    }
    return Pseudonyms.covers(text, from, to)
        || length < 30 && WORDS.contains(WordTable.fold(text, from, to));
  }

  /** {@code ${DB_PASSWORD}}, {@code %PASSWORD%}, {@code @PASSWORD@}, {@code {ATL_SECURED}}, … */
  private static boolean isReference(byte[] text, int from, int to) {
    byte first = text[from];
    byte second = from + 1 < to ? text[from + 1] : 0;
    byte last = text[to - 1];
    if (first == '$') {
      boolean call = second == '(' && last == ')' || second == '{' && last == '}';
      return call || (to - from > 2 && isName(text, from + 1, to));
    }
    if (first == '%' && to - from <= 3) {
      return Chars.isLetter(last);
    }
    if (first == '%' || first == '@') {
      return last == first && to - from > 2 && isName(text, from + 1, to - 1);
    }
    if (first == '#') {
      return second == '{' && last == '}';
    }
    return isBraced(text, from, to);
  }

  private static boolean isBraced(byte[] text, int from, int to) {
    if (text[from + 1 < to ? from + 1 : from] == '{') {
      return text[to - 1] == '}';
    }
    int close = from + 1;
    while (close < to && (Chars.isRun(text[close]) || text[close] == ' ')) {
      close++;
    }
    if (close >= to || text[close] != '}') {
      return false;
    }
    return close == to - 1 && isWords(text, from + 1, close)
        || Chars.at(text, from, to, "{encrypted}")
        || Chars.at(text, from, to, "{dpapi}")
        || Chars.at(text, from, to, "{cipher}")
        || Chars.at(text, from, to, "{atl_secured}")
        || Chars.at(text, from, to, "{aes");
  }

  /** {@code ATL_SECURED} or a word; {@code {Pa55w0rd}} is how SQL Server's drivers quote. */
  private static boolean isWords(byte[] text, int from, int to) {
    boolean lower = false;
    for (int i = from; i < to; i++) {
      if (Chars.isDigit(text[i]) && to - from > 1) {
        return false;
      }
      lower |= text[i] >= 'a' && text[i] <= 'z';
    }
    return !lower || WORDS.contains(WordTable.fold(text, from, to)) || isNamed(text, from, to);
  }

  private static boolean isNamed(byte[] text, int from, int to) {
    return KeyNames.judge(WordTable.fold(text, from, to)) != KeyNames.Verdict.NONE;
  }

  /** {@code $DB_PASSWORD}: an upper-case name, as the environment has them. */
  private static boolean isName(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (!(Chars.isUpper(b) || b == '_' || b == '.' || (Chars.isDigit(b) && i > from))) {
        return false;
      }
    }
    return true;
  }

  /** {@code ****}, {@code ....}, {@code xxxx}, {@code ----}. */
  private static boolean isRepeated(byte[] text, int from, int to) {
    byte first = Chars.fold(text[from]);
    if (Chars.isAtom(first) && (first != 'x' || to - from < 3)) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (Chars.fold(text[i]) != first) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMarker(byte[] text, int from, int to) {
    return Chars.at(text, from, to, "enc(") && text[to - 1] == ')'
        || Chars.at(text, from, to, "<![cdata[]]>")
        || Chars.at(text, from, to, "sanitized by");
  }

  /**
   * Whether a value is long and mixed enough to be a key rather than a word, a path or a number.
   */
  static boolean looksRandom(byte[] text, int from, int to) {
    int length = to - from;
    boolean number = text[from] == '0' && (text[from + 1] | 32) == 'x';
    if (length < 16 || isUuid(text, from, to)) {
      return false;
    }
    int digits = 0;
    int letters = 0;
    int changes = 0;
    int hex = 0;
    int before = 0;
    int signs = 0;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      boolean sign =
          b == '+' || b == '/' || b == '=' || b == '-' || b == '_' || b == '.' || b == '~';
      if (b < 0 || !(Chars.isAtom(b) || sign || b == ':')) {
        return false;
      }
      int type = Chars.isDigit(b) ? 1 : Chars.isUpper(b) ? 2 : Chars.isAtom(b) ? 3 : 4;
      digits += type == 1 ? 1 : 0;
      signs += type == 4 ? 1 : 0;
      letters += type == 2 || type == 3 ? 1 : 0;
      hex += Chars.isHex(b) ? 1 : 0;
      changes += type != before ? 1 : 0;
      before = type;
    }
    if (number && hex == length - 1) {
      return false;
    }
    boolean unbroken = signs == 0 && length >= 32 && digits >= 3 && changes >= 6;
    boolean mixed = digits >= 2 && letters >= 4 && changes * 4 >= length;
    boolean capitals = letters > 8 && changes * 5 >= length * 2;
    return mixed || unbroken || capitals || (hex == length && digits > 2 && letters > 2);
  }

  /**
   * Whether a path of a folder begins here: of several names, or of one in small letters. A secret
   * that begins with a slash has capitals and digits close by.
   */
  static boolean isFolder(Line line, int from) {
    int p = line.at(from + 1) == ':' ? from + 2 : from;
    byte slash = line.at(p);
    if (slash != '/' && slash != '\\') {
      return false;
    }
    int to = p;
    int names = 0;
    boolean plain = true;
    while (line.at(to) == slash) {
      int name = to + 1;
      to = line.runEnd(name);
      names += to > name ? 1 : 0;
      for (int q = name; q < to; q++) {
        plain &= line.text[q] >= 'a' && line.text[q] <= 'z';
      }
    }
    byte next = line.at(to);
    boolean ends = to >= line.end || Chars.isSpace(next) || "\"',;)]}<\\".indexOf(next) >= 0;
    boolean random = looksRandom(line.text, p, to) && !Pseudonyms.within(line, p, to);
    return ends && (names > 1 && !random || plain);
  }

  /** A log level stands where other lines have a user. */
  static boolean isLevel(byte[] text, int from, int to) {
    return LEVELS.contains(WordTable.fold(text, from, to));
  }

  static boolean isUuid(byte[] text, int from, int to) {
    if (to - from != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text[from + i] != '-' : !Chars.isHex(text[from + i])) {
        return false;
      }
    }
    return true;
  }
}
