package io.hearth.redaction;

import java.nio.charset.StandardCharsets;

/**
 * Words to recognise while scanning, by the 64-bit hash of their folded characters: a look-up costs
 * the same for 200 and for 200,000 words. A word of several atoms ({@code jane.doe}, {@code Jane
 * Doe}) has an entry for each beginning, so that the scanner knows when to read on. A false match
 * needs two texts with equal 64-bit hashes; the words themselves are not kept.
 */
final class WordTable {
  /** The beginning of a longer word. */
  static final int PREFIX = 1;

  /** A word of its own; {@link #number} tells which. */
  static final int WHOLE = 2;

  private static final int KIND_SHIFT = 2;
  private static final int KIND_MASK = 63;
  private static final int NUMBER_SHIFT = 8;

  private long[] hashes;
  private int[] entries;
  private int mask;
  private int used;

  // One bit per hash, in a table small enough for the second-level cache: most words of a log are
  // told to be unknown by it alone.
  private long[] filter;
  private int filterMask;

  WordTable(int expectedWords) {
    int slots = Integer.highestOneBit(Math.max(64, expectedWords * 2)) * 2;
    hashes = new long[slots];
    entries = new int[slots];
    mask = slots - 1;
    resizeFilter();
  }

  /** Both tables are indexed by bits that all characters reach. */
  static int spread(long hash) {
    return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> 36);
  }

  boolean mayHold(long hash) {
    int bit = spread(hash) & filterMask;
    return (filter[bit >>> 6] >>> bit & 1) != 0;
  }

  /** The entry of a hash, 0 if there is none. */
  int find(long hash) {
    for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
      if (entries[slot] == 0) {
        return 0;
      }
      if (hashes[slot] == hash) {
        return entries[slot];
      }
    }
  }

  static int kind(int entry) {
    return entry >>> KIND_SHIFT & KIND_MASK;
  }

  static int number(int entry) {
    return entry >>> NUMBER_SHIFT;
  }

  /** Adds a word given in folded characters; the first meaning of a word stays. */
  void add(String folded, int kind, int number) {
    byte[] text = WordHash.bytes(folded);
    int length = text.length - 8;
    for (int i = 1; i < length; i++) {
      if (!Chars.isAtom(text[i]) && Chars.isAtom(text[i - 1])) {
        put(WordHash.go(WordHash.SEED, text, i), PREFIX);
      }
    }
    int entry = WHOLE | kind << KIND_SHIFT | number << NUMBER_SHIFT;
    put(WordHash.go(WordHash.SEED, text, length), entry);
  }

  private void put(long hash, int entry) {
    if (used * 2 > mask) {
      grow();
    }
    int slot = spread(hash) & mask;
    while (entries[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & mask;
    }
    if (entries[slot] == 0) {
      used++;
    }
    hashes[slot] = hash;
    boolean whole = (entries[slot] & WHOLE) != 0;
    entries[slot] = whole ? entries[slot] | entry & PREFIX : entries[slot] | entry;
    int bit = spread(hash) & filterMask;
    filter[bit >>> 6] |= 1L << bit;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldEntries = entries;
    hashes = new long[oldHashes.length * 2];
    entries = new int[oldHashes.length * 2];
    mask = hashes.length - 1;
    used = 0;
    resizeFilter();
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldEntries[i] != 0) {
        put(oldHashes[i], oldEntries[i]);
      }
    }
  }

  private void resizeFilter() {
    int bits = Math.max(1 << 16, Math.min(1 << 22, hashes.length * 4));
    filter = new long[bits >>> 6];
    filterMask = bits - 1;
  }

  /** The folded characters of bytes: UTF-8 where they are, else each byte a Latin-1 character. */
  static String fold(byte[] text, int from, int to) {
    return Folding.fold(decode(text, from, to));
  }

  static String decode(byte[] text, int from, int to) {
    return Folding.isUtf8(text, from, to)
        ? new String(text, from, to - from, StandardCharsets.UTF_8)
        : new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
