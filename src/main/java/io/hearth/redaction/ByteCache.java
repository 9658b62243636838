package io.hearth.redaction;

import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers what was made of short byte strings, as logs repeat the same few thousand all the time.
 * Bounded: each slot holds the last string that fell there, compared byte for byte. It begins
 * small, as most texts are, and forgets what it has when it grows.
 */
final class ByteCache<V> {
  private static final int LONGEST = 256;

  private static final int FIRST_BITS = 5;
  private static final int MORE_BITS = 4;

  private final int mostBits;
  private byte[][] keys = new byte[1 << FIRST_BITS][];
  private Object[] values = new Object[1 << FIRST_BITS];
  private int bits = FIRST_BITS;
  private int untilGrowth = 1 << FIRST_BITS;
  private int slot;

  /** {@code mostBits} is the logarithm of the number of slots that there are at last. */
  ByteCache(int mostBits) {
    this.mostBits = mostBits;
  }

  /** What was put for these bytes and this purpose; seven bytes behind them are read. */
  @SuppressWarnings("unchecked")
  Optional<V> get(byte[] text, int from, int to, int purpose) {
    long hash = WordHash.atom(WordHash.SEED + purpose, text, from, to);
    slot = to - from > LONGEST ? -1 : (int) (hash >>> 64 - bits);
    if (slot < 0) {
      return Optional.empty();
    }
    byte[] key = keys[slot];
    int length = to - from;
    boolean same =
        key != null
            && key.length == length + 1
            && key[length] == purpose
            && Arrays.equals(key, 0, length, text, from, to);
    return same ? Optional.of((V) values[slot]) : Optional.empty();
  }

  /** Keeps a value for what {@link #get} was asked for last. */
  V put(byte[] text, int from, int to, int purpose, V value) {
    if (slot >= 0) {
      byte[] key = Arrays.copyOfRange(text, from, to + 1);
      key[to - from] = (byte) purpose;
      keys[slot] = key;
      values[slot] = value;
      untilGrowth--;
      if (untilGrowth == 0 && bits < mostBits) {
        grow();
      }
    }
    return value;
  }

  private void grow() {
    bits = Math.min(mostBits, bits + MORE_BITS);
    untilGrowth = 1 << bits;
    keys = new byte[1 << bits][];
    values = new Object[1 << bits];
  }
}
