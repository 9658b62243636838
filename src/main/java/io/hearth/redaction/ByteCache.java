package io.hearth.redaction;

import java.util.Arrays;
import java.util.Optional;

/**
 * Remembers what was made of short byte strings, as logs repeat the same few thousand all the time.
 * Bounded: each slot holds the last string that fell there, compared byte for byte.
 */
final class ByteCache<V> {
  private static final int LONGEST = 256;

  private final byte[][] keys;
  private final Object[] values;
  private final int shift;
  private int slot;

  /** {@code bits} is the logarithm of the number of slots. */
  ByteCache(int bits) {
    keys = new byte[1 << bits][];
    values = new Object[1 << bits];
    shift = 64 - bits;
  }

  /** What was put for these bytes and this purpose; seven bytes behind them are read. */
  @SuppressWarnings("unchecked")
  Optional<V> get(byte[] text, int from, int to, int purpose) {
    long hash = WordHash.atom(WordHash.SEED + purpose, text, from, to);
    slot = to - from > LONGEST ? -1 : (int) (hash >>> shift);
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
    }
    return value;
  }
}
