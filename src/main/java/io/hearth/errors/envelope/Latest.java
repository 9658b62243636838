package io.hearth.errors.envelope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The last of any number of values: the protocol has what is newest, or innermost, at the end. */
final class Latest<T> {

  private final int most;
  private final Deque<T> values = new ArrayDeque<>();

  Latest(int most) {
    this.most = most;
  }

  void add(T value) {
    if (values.size() == most) {
      values.removeFirst();
    }
    values.addLast(value);
  }

  List<T> oldestFirst() {
    return new ArrayList<>(values);
  }

  List<T> newestFirst() {
    List<T> list = new ArrayList<>(values);
    Collections.reverse(list);
    return list;
  }
}
