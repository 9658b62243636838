package io.hearth.redaction;

/**
 * SipHash-2-4 (Aumasson, Bernstein 2012): a keyed pseudo-random function that takes some 30 ns for
 * a name, so that a pseudonym needs no table. Without the key its values say nothing of the input.
 */
final class SipHash {
  private final long k0;
  private final long k1;

  SipHash(long k0, long k1) {
    this.k0 = k0;
    this.k1 = k1;
  }

  /** The hash of {@code data[from, to)}; instances are immutable and may be shared. */
  long hash(byte[] data, int from, int to) {
    State s = new State(k0, k1);
    int p = from;
    for (; p + 8 <= to; p += 8) {
      s.absorb(littleEndian(data, p, 8));
    }
    s.absorb(littleEndian(data, p, to - p) | ((long) (to - from) << 56));
    return s.finish();
  }

  /** The hash of one 64-bit word, as if it came as eight bytes. */
  long hash(long word) {
    State s = new State(k0, k1);
    s.absorb(word);
    s.absorb(8L << 56);
    return s.finish();
  }

  private static long littleEndian(byte[] data, int from, int count) {
    long word = 0;
    for (int i = 0; i < count; i++) {
      word |= (data[from + i] & 0xffL) << (8 * i);
    }
    return word;
  }

  /** The four words of the function; never escapes, so it lives in registers. */
  private static final class State {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    State(long k0, long k1) {
      v0 = k0 ^ 0x736f6d6570736575L;
      v1 = k1 ^ 0x646f72616e646f6dL;
      v2 = k0 ^ 0x6c7967656e657261L;
      v3 = k1 ^ 0x7465646279746573L;
    }

    void absorb(long word) {
      v3 ^= word;
      round();
      round();
      v0 ^= word;
    }

    long finish() {
      v2 ^= 0xff;
      round();
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
