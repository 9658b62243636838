package io.hearth.errors.store;

import java.util.Arrays;

/** Where lines stand in a file. */
final class Places {

  private int[] pairs = new int[2];
  private int size;

  void add(int offset, int length) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = offset;
    pairs[size++] = length;
  }

  int size() {
    return size / 2;
  }

  int offset(int index) {
    return pairs[2 * index];
  }

  int length(int index) {
    return pairs[2 * index + 1];
  }
}
