package io.hearth.errors.store;

import java.util.Arrays;

/** Numbers by hour or by day, in order. The oldest fall out when there are too many. */
final class Series {

  private final int most;
  private int[] keys = {};
  private long[] values = {};
  private int size;

  Series(int most) {
    this.most = most;
  }

  Series copy() {
    Series copy = new Series(most);
    copy.keys = keys.clone();
    copy.values = values.clone();
    copy.size = size;
    return copy;
  }

  int size() {
    return size;
  }

  int key(int index) {
    return keys[index];
  }

  long value(int index) {
    return values[index];
  }

  long get(int key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    return at < 0 ? 0 : values[at];
  }

  void add(int key, long more) {
    int at = place(key);
    if (at >= 0) {
      values[at] += more;
    }
  }

  void atLeast(int key, long value) {
    int at = place(key);
    if (at >= 0) {
      values[at] = Math.max(values[at], value);
    }
  }

  void add(Series other) {
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i], other.values[i]);
    }
  }

  void atLeast(Series other) {
    for (int i = 0; i < other.size; i++) {
      atLeast(other.keys[i], other.values[i]);
    }
  }

  void dropBefore(int key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    drop(at < 0 ? -at - 1 : at);
  }

  /** Where the key stands, made if need be; negative for one older than all of too many. */
  private int place(int key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    if (at >= 0) {
      return at;
    }
    at = -at - 1;
    if (size == most) {
      if (at == 0) {
        return -1;
      }
      drop(1);
      at--;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.min(most, Math.max(1, size * 2)));
      values = Arrays.copyOf(values, keys.length);
    }
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    keys[at] = key;
    values[at] = 0;
    size++;
    return at;
  }

  private void drop(int first) {
    System.arraycopy(keys, first, keys, 0, size - first);
    System.arraycopy(values, first, values, 0, size - first);
    size -= first;
  }
}
