package io.hearth.errors.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Numbers by name. Names beyond {@link StoreBounds#NAMES} share one place. */
final class Tally {

  static final String OTHER = "other";

  private static final int MOST = StoreBounds.NAMES + 1;

  private String[] names = {};
  private long[] values = {};
  private int size;

  Tally copy() {
    Tally copy = new Tally();
    copy.names = names.clone();
    copy.values = values.clone();
    copy.size = size;
    return copy;
  }

  int size() {
    return size;
  }

  String name(int index) {
    return names[index];
  }

  long value(int index) {
    return values[index];
  }

  /** An unknown name, which is empty, is not counted. */
  void add(String name, long more) {
    if (!name.isEmpty()) {
      int at = place(name);
      values[at] += more;
    }
  }

  void atLeast(String name, long value) {
    if (!name.isEmpty()) {
      int at = place(name);
      values[at] = Math.max(values[at], value);
    }
  }

  void add(Tally other) {
    for (int i = 0; i < other.size; i++) {
      add(other.names[i], other.values[i]);
    }
  }

  void atLeast(Tally other) {
    for (int i = 0; i < other.size; i++) {
      atLeast(other.names[i], other.values[i]);
    }
  }

  /** Highest first. */
  Map<String, Long> ranked() {
    Map<String, Long> ranked = new LinkedHashMap<>();
    IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> Long.compare(values[b], values[a]))
        .forEach(i -> ranked.put(names[i], values[i]));
    return ranked;
  }

  private int place(String name) {
    int at = find(name);
    if (at < 0 && size >= StoreBounds.NAMES) {
      at = find(OTHER);
    }
    return at >= 0 ? at : append(size >= StoreBounds.NAMES ? OTHER : name);
  }

  private int find(String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private int append(String name) {
    if (size == names.length) {
      names = Arrays.copyOf(names, Math.min(MOST, Math.max(1, size * 2)));
      values = Arrays.copyOf(values, names.length);
    }
    names[size] = name;
    return size++;
  }
}
