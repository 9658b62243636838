package io.hearth.redaction;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes pseudonyms: a word that tells the type, and a tag of ten hex digits. Eight digits are the
 * keyed hash of the entity, two are a check over them that needs no key: by it every run knows a
 * pseudonym as one and leaves it alone, while a real {@code user-1234567890} is not taken for one
 * (in 255 of 256 cases). See docs/decisions/0020-pseudonyms.md.
 */
final class Pseudonyms {
  static final int TAG = 10;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TOP = ".example".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SECOND = ".co".getBytes(StandardCharsets.US_ASCII);

  /** What stands in front of a tag. */
  enum Word {
    REDACTED,
    USER,
    NAME,
    HOST,
    DOMAIN,
    PHONE,
    CARD,
    UNIT,
    PROJECT,
    OWN;

    final byte[] text =
        name().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }

  private static final Word[] WORDS = Word.values();

  private final Map<Word, SipHash> functions = new EnumMap<>(Word.class);
  private final SipHash persons;
  private final byte[] folded = new byte[2048];
  private final byte[] out = new byte[4096];
  private int length;

  Pseudonyms(PseudonymKey key) {
    persons = key.derive("pseudonym/person");
    for (Word word : WORDS) {
      functions.put(word, key.derive("pseudonym/" + word.name()));
    }
  }

  /** The bytes of the last pseudonym; the array is used again for the next. */
  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /** A pseudonym of the exact bytes. */
  void exact(Word word, byte[] text, int from, int to) {
    length = 0;
    append(word, functions.get(word).hash(text, from, Math.min(to, from + 1024)));
  }

  /** A pseudonym of a text in whatever case; most are ASCII and cost no object. */
  void folded(Word word, byte[] text, int from, int to) {
    length = 0;
    appendFolded(word, text, from, to);
  }

  /** A person's pseudonym: user and full name have one tag, only the word in front differs. */
  void person(Word word, byte[] entity) {
    length = 0;
    append(word, persons.hash(entity, 0, entity.length));
  }

  void person(Word word, String entity) {
    person(word, entity.getBytes(StandardCharsets.UTF_8));
  }

  private void appendFolded(Word word, byte[] text, int from, int to) {
    int count = Math.min(to - from, folded.length);
    int high = 0;
    for (int i = 0; i < count; i++) {
      byte b = text[from + i];
      high |= b;
      folded[i] = Chars.fold(b);
    }
    byte[] entity = folded;
    if (high < 0) {
      entity = WordTable.fold(folded, 0, count).getBytes(StandardCharsets.UTF_8);
      count = entity.length;
    }
    append(word, functions.get(word).hash(entity, 0, count));
  }

  /**
   * A host name label by label: equal labels and equal domains stay equal, their number is kept.
   */
  void host(byte[] text, int from, int to) {
    length = 0;
    int domain = domainStart(text, from, to);
    int p = from;
    while (p < domain) {
      int dot = p;
      while (dot < domain && text[dot] != '.') {
        dot++;
      }
      appendFolded(Word.HOST, text, p, dot);
      out[length++] = '.';
      p = dot + 1;
    }
    boolean dotted = indexOf(text, domain, to, '.') >= 0;
    if (!dotted && domain == from) {
      appendFolded(Word.HOST, text, from, to);
      return;
    }
    appendFolded(Word.DOMAIN, text, domain, to);
    if (labels(text, domain, to) > 2) {
      append(SECOND);
    }
    append(TOP);
  }

  /** Where the part begins that someone registers: {@code acme.com} or {@code acme.co.uk}. */
  static int domainStart(byte[] text, int from, int to) {
    int last = lastIndexOf(text, from, to, '.');
    if (last < 0) {
      return from;
    }
    int second = lastIndexOf(text, from, last, '.');
    if (second < 0) {
      return from;
    }
    int length = last - second - 1;
    boolean countryCode = to - last - 1 == 2 && length <= 3 && length >= 2;
    if (countryCode && isCommonSecond(text, second + 1, last)) {
      return lastIndexOf(text, from, second, '.') + 1 > from
          ? lastIndexOf(text, from, second, '.') + 1
          : from;
    }
    return second + 1;
  }

  private static boolean isCommonSecond(byte[] text, int from, int to) {
    for (String label : new String[] {"co", "com", "org", "net", "ac", "gov", "edu"}) {
      if (to - from == label.length() && Chars.at(text, from, to, label)) {
        return true;
      }
    }
    return false;
  }

  private static int labels(byte[] text, int from, int to) {
    int labels = 1;
    for (int i = from; i < to; i++) {
      labels += text[i] == '.' ? 1 : 0;
    }
    return labels;
  }

  private static int indexOf(byte[] text, int from, int to, char c) {
    for (int i = from; i < to; i++) {
      if (text[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] text, int from, int to, char c) {
    for (int i = to - 1; i >= from; i--) {
      if (text[i] == c) {
        return i;
      }
    }
    return -1;
  }

  private void append(byte[] bytes) {
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void append(Word word, long hash) {
    append(word.text);
    out[length++] = '-';
    long value = hash >>> 32;
    for (int shift = 28; shift >= 0; shift -= 4) {
      out[length++] = HEX[(int) (value >>> shift) & 15];
    }
    int check = check(value);
    out[length++] = HEX[check >>> 4];
    out[length++] = HEX[check & 15];
  }

  private static int check(long value) {
    return (int) ((value + 1) * 0x9E3779B97F4A7C15L >>> 56);
  }

  /** The end of the pseudonym whose word is {@code text[start, dash)}, or -1 if it is none. */
  static int end(Line line, int start, int dash) {
    int end = one(line.text, start, dash, line.end);
    boolean mail = end > 0 && line.at(end) == '@' && line.startsWith(end + 1, "domain-");
    return mail ? Math.max(end, one(line.text, end + 1, end + 7, line.end)) : end;
  }

  /** Whether {@code text[from, to)} is made of pseudonyms and what joins them. */
  static boolean covers(byte[] text, int from, int to) {
    int p = from;
    while (p < to) {
      int dash = p;
      while (dash < to && dash - p < 12 && text[dash] >= 'a' && text[dash] <= 'z') {
        dash++;
      }
      int end = dash < to && text[dash] == '-' ? one(text, p, dash, to) : -1;
      if (end < 0) {
        return false;
      }
      p = end;
      while (p < to && (text[p] == '.' || text[p] == '@' || text[p] == ' ' || text[p] == ',')) {
        p++;
      }
    }
    return to > from;
  }

  /**
   * Whether some pseudonym begins in {@code text[from, to)}: what is around it looks random by it
   * only. Those of IPv6 addresses are of the range for documentation, RFC 3849.
   */
  static boolean within(Line line, int from, int to) {
    for (int p = from; p < to; p++) {
      byte b = line.text[p];
      if (b == '-' && end(line, wordStart(line, from, p), p) > 0
          || b == '2' && line.startsWith(p, "2001:db8:")) {
        return true;
      }
    }
    return false;
  }

  /** The word before a dash is one of ours from the first letter that makes it so. */
  private static int wordStart(Line line, int from, int dash) {
    for (Word word : WORDS) {
      int start = dash - word.text.length;
      if (start >= from && word(line.text, start, dash) == word) {
        return start;
      }
    }
    return dash;
  }

  private static int one(byte[] text, int start, int dash, int end) {
    int p = dash + 1;
    if (end - p < TAG || text[dash] != '-') {
      return -1;
    }
    Word word = word(text, start, dash);
    long value = 0;
    for (int i = 0; i < TAG; i++) {
      byte b = text[p + i];
      if (!Chars.isHex(b) || Chars.isUpper(b)) {
        return -1;
      }
      value = value << 4 | Chars.hexValue(b);
    }
    p += TAG;
    boolean longer = p < end && Chars.isAtom(text[p]);
    if (word == null || longer || (value & 0xff) != check(value >>> 8)) {
      return -1;
    }
    if (word == Word.DOMAIN) {
      p += Chars.at(text, p, end, ".co.example") ? 11 : Chars.at(text, p, end, ".example") ? 8 : 0;
    }
    return p;
  }

  private static Word word(byte[] text, int from, int to) {
    for (Word word : WORDS) {
      if (java.util.Arrays.equals(word.text, 0, word.text.length, text, from, to)) {
        return word;
      }
    }
    return null;
  }
}
