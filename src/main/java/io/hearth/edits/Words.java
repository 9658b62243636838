package io.hearth.edits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds words in bytes; the longest wins where several begin at one place. The same rules as {@code
 * frontend/review/change/words.ts}: test/conformance/review/changes.json holds both to one result.
 */
public final class Words {

  private static final byte[][] NONE = {};
  private static final byte[] SMALL = new byte[256];

  static {
    for (int b = 0; b < SMALL.length; b++) {
      // Of Latin-1: a byte of UTF-8 may be taken for a capital, which the comparison of texts
      // mends.
      boolean capital = b >= 'A' && b <= 'Z' || b >= 0xC0 && b <= 0xDE && b != 0xD7;
      SMALL[b] = (byte) (capital ? b + 0x20 : b);
    }
  }

  /** A word in all its spellings: capitals beyond ASCII are other bytes, some of them more. */
  private record Pattern(Word word, String folded, List<byte[]> spellings) {

    static Pattern of(Word word) {
      String folded = word.text().toLowerCase(Locale.ROOT);
      Set<String> spellings = new LinkedHashSet<>(List.of(word.text()));
      if (!word.matchCase()) {
        spellings.add(folded);
        spellings.add(word.text().toUpperCase(Locale.ROOT));
        spellings.add(capitalised(folded));
      }
      return new Pattern(
          word,
          folded,
          spellings.stream().map(one -> one.getBytes(StandardCharsets.UTF_8)).toList());
    }

    private static String capitalised(String text) {
      int first = text.codePointAt(0);
      int rest = Character.charCount(first);
      return Character.isLetter(first)
          ? text.substring(0, rest).toUpperCase(Locale.ROOT) + text.substring(rest)
          : text;
    }

    boolean isThis(String here) {
      return word.matchCase()
          ? here.equals(word.text())
          : here.toLowerCase(Locale.ROOT).equals(folded);
    }
  }

  private final List<Pattern> patterns;

  /** Spellings, the longest first, by the small letter of their first byte. */
  private final byte[][][] byFirst = new byte[256][][];

  private final int longest;

  public Words(List<Word> words) {
    this.patterns =
        words.stream()
            .sorted(Comparator.comparingInt((Word word) -> word.text().length()).reversed())
            .map(Pattern::of)
            .toList();
    List<byte[]> all = patterns.stream().flatMap(one -> one.spellings().stream()).toList();
    this.longest = all.stream().mapToInt(one -> one.length).max().orElse(0);
    Arrays.fill(byFirst, NONE);
    all.stream()
        .sorted(Comparator.comparingInt((byte[] one) -> one.length).reversed())
        .forEach(this::put);
  }

  private void put(byte[] spelling) {
    int first = SMALL[spelling[0] & 0xFF] & 0xFF;
    List<byte[]> those = new ArrayList<>(List.of(byFirst[first]));
    those.add(spelling);
    byFirst[first] = those.toArray(NONE);
  }

  boolean none() {
    return patterns.isEmpty();
  }

  /** In bytes. */
  int longest() {
    return longest;
  }

  /** Where the next word begins before {@code sure}, or -1; it may reach on to {@code to}. */
  int next(byte[] text, int from, int sure, int to) {
    for (int at = from; at < sure; at++) {
      if (byFirst[SMALL[text[at] & 0xFF] & 0xFF] != NONE && lengthAt(text, at, to) > 0) {
        return at;
      }
    }
    return -1;
  }

  /** 0 where no word begins. */
  int lengthAt(byte[] text, int at, int to) {
    int most = mostAt(text, at, to);
    if (most == 0) {
      return 0;
    }
    for (Pattern pattern : patterns) {
      for (byte[] spelling : pattern.spellings()) {
        int length = spelling.length;
        if (length <= most
            && pattern.isThis(new String(text, at, length, StandardCharsets.UTF_8))) {
          return length;
        }
      }
    }
    return 0;
  }

  /** Of the longest spelling that may begin here. */
  private int mostAt(byte[] text, int at, int to) {
    for (byte[] spelling : byFirst[SMALL[text[at] & 0xFF] & 0xFF]) {
      if (at + spelling.length <= to && mayBeAt(spelling, text, at)) {
        return spelling.length;
      }
    }
    return 0;
  }

  private static boolean mayBeAt(byte[] spelling, byte[] text, int at) {
    for (int n = 0; n < spelling.length; n++) {
      if (SMALL[spelling[n] & 0xFF] != SMALL[text[at + n] & 0xFF]) {
        return false;
      }
    }
    return true;
  }
}
