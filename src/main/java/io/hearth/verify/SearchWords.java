package io.hearth.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words to look for: names of people and hosts, each with the kind under which it is reported.
 * They are found by the hash of their first atom (a run of letters and digits) and then compared as
 * a whole, so 200,000 words cost what 200 cost. Immutable once made; several searches share it.
 */
public final class SearchWords {

  /** Words of fewer characters stand in any text. */
  static final int SHORTEST = 4;

  private final byte[][] words;
  private final String[] kinds;
  // Chains of words with one hash: the head by slot, the next by word; -1 ends a chain.
  private final int[] heads;
  private final int[] next;
  private final long[] hashes;
  // A bit for each hash in a table that fits into a cache: nearly all atoms of a text end here.
  private final long[] filter;

  private SearchWords(Builder made) {
    int count = made.count;
    words = Arrays.copyOf(made.words, count);
    kinds = Arrays.copyOf(made.kinds, count);
    next = new int[count];
    hashes = new long[count];
    heads = new int[Integer.highestOneBit(Math.max(64, count * 2)) * 2];
    Arrays.fill(heads, -1);
    filter = new long[Math.max(1 << 10, Math.min(1 << 15, heads.length / 8))];
    for (int n = 0; n < count; n++) {
      hashes[n] = Atoms.hash(words[n], 0, Atoms.end(words[n], 0, words[n].length));
      int slot = slot(hashes[n]);
      next[n] = heads[slot];
      heads[slot] = n;
      filter[bit(hashes[n]) >>> 6] |= 1L << bit(hashes[n]);
    }
  }

  public static SearchWords none() {
    return new Builder().build();
  }

  /** Collects the words; spellings differ only in case and are one word. */
  public static final class Builder {
    private byte[][] words = new byte[64][];
    private String[] kinds = new String[64];
    private int count;

    /** Adds a word unless it is too short or begins with no letter or digit. */
    public void add(String kind, String word) {
      byte[] text = word.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      if (text.length < SHORTEST
          || !Atoms.isAtom(text[0])
          || !Atoms.isAtom(text[text.length - 1])) {
        return;
      }
      if (count == words.length) {
        words = Arrays.copyOf(words, count * 2);
        kinds = Arrays.copyOf(kinds, count * 2);
      }
      words[count] = text;
      kinds[count++] = kind;
    }

    public SearchWords build() {
      return new SearchWords(this);
    }
  }

  public int size() {
    return words.length;
  }

  /** False for nearly all atoms that no word begins with. */
  boolean mayHold(long hash) {
    int bit = bit(hash);
    return (filter[bit >>> 6] >>> bit & 1) != 0;
  }

  private int bit(long hash) {
    return (int) (hash >>> 40) & (filter.length << 6) - 1;
  }

  String kind(int word) {
    return kinds[word];
  }

  int length(int word) {
    return words[word].length;
  }

  /**
   * The longest word that begins at {@code from} and ends at a border, or -1.
   *
   * @param hash of the atom that begins at {@code from}
   */
  int find(byte[] text, int from, int end, long hash) {
    int longest = -1;
    for (int n = heads[slot(hash)]; n >= 0; n = next[n]) {
      if (hashes[n] == hash
          && (longest < 0 || words[n].length > words[longest].length)
          && isAt(words[n], text, from, end)) {
        longest = n;
      }
    }
    return longest;
  }

  private static boolean isAt(byte[] word, byte[] text, int from, int end) {
    int to = from + word.length;
    if (to > end || to < end && Atoms.isAtom(text[to])) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (Atoms.lower(text[from + i]) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private int slot(long hash) {
    return (int) (hash ^ hash >>> 29) & heads.length - 1;
  }
}
