package io.hearth.errors.store;

import java.util.Arrays;

/**
 * How many different users there were on one day, without knowing who: exact while they are few,
 * then a HyperLogLog of 256 registers (Flajolet et al. 2007), whose standard error is 1.04 / 16 =
 * 6.5 %. It lives in memory only, and for its day only.
 */
final class Users {

  private static final int EXACT = 32;
  private static final int REGISTERS = 256;

  private final int day;
  private int[] exact = new int[2];
  private int size;
  private byte[] registers = {};

  Users(int day) {
    this.day = day;
  }

  int day() {
    return day;
  }

  /** Takes a keyed hash of the user's session. */
  void add(long hash) {
    int mixed = mix(hash);
    if (registers.length > 0) {
      raise(mixed);
      return;
    }
    for (int i = 0; i < size; i++) {
      if (exact[i] == mixed) {
        return;
      }
    }
    if (size == EXACT) {
      registers = new byte[REGISTERS];
      Arrays.stream(exact).forEach(this::raise);
      exact = new int[0];
      raise(mixed);
      return;
    }
    if (size == exact.length) {
      exact = Arrays.copyOf(exact, size * 2);
    }
    exact[size++] = mixed;
  }

  /** SplitMix64's finalizer: every bit of the hash tells in every bit of the result. */
  private static int mix(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (int) (z ^ (z >>> 31));
  }

  private void raise(int mixed) {
    int register = mixed >>> 24;
    int rank = Integer.numberOfLeadingZeros((mixed << 8) | 0x80) + 1;
    registers[register] = (byte) Math.max(registers[register], rank);
  }

  long estimate() {
    if (registers.length == 0) {
      return size;
    }
    double sum = 0;
    int zeros = 0;
    for (byte rank : registers) {
      sum += Math.scalb(1.0, -rank);
      zeros += rank == 0 ? 1 : 0;
    }
    double raw = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS / sum;
    boolean few = raw <= 2.5 * REGISTERS && zeros > 0;
    return Math.round(few ? REGISTERS * Math.log((double) REGISTERS / zeros) : raw);
  }
}
