package io.hearth.redaction;

import java.util.Arrays;

/**
 * What the detectors found on one line, in the order in which they came upon it. {@link #resolve}
 * puts them in order and settles overlaps: the more serious finding wins, what sticks out of the
 * other stays a finding of its own. Nothing that some detector marked is ever left standing.
 */
final class Findings {
  /** What is put in a value's place. */
  enum As {
    SECRET(9),
    DROP(10),
    OWN(8),
    MAIL(7),
    IPV6(6),
    IPV4(5),
    MAC(6),
    CARD(6),
    HOST(5),
    NAME(4),
    USER(4),
    PHONE(3),
    UNIT(4),
    PROJECT(1),
    KNOWN(2);

    final int weight;

    As(int weight) {
      this.weight = weight;
    }
  }

  /** The value stands bare where the format wants a number: its pseudonym needs quotes. */
  static final int QUOTE = 1;

  private static final RuleId[] RULES = RuleId.values();
  private static final As[] WAYS = As.values();

  private int count;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] meta = new int[64];
  private long[] first = new long[64];
  private long[] second = new long[64];
  private boolean sorted;

  void clear() {
    count = 0;
    sorted = true;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  RuleId rule(int i) {
    return RULES[meta[i] & 0xff];
  }

  As as(int i) {
    return WAYS[meta[i] >>> 8 & 0xff];
  }

  boolean quoted(int i) {
    return (meta[i] >>> 16 & QUOTE) != 0;
  }

  long first(int i) {
    return first[i];
  }

  long second(int i) {
    return second[i];
  }

  void add(int start, int end, As as, RuleId rule) {
    add(start, end, as, rule, 0, 0, 0);
  }

  void add(int start, int end, As as, RuleId rule, int flags, long one, long two) {
    if (end <= start) {
      return;
    }
    if (count == starts.length) {
      grow();
    }
    sorted &= count == 0 || ends[count - 1] <= start;
    starts[count] = start;
    ends[count] = end;
    meta[count] = rule.ordinal() | as.ordinal() << 8 | flags << 16;
    first[count] = one;
    second[count] = two;
    count++;
  }

  private void grow() {
    int size = count * 2;
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    meta = Arrays.copyOf(meta, size);
    first = Arrays.copyOf(first, size);
    second = Arrays.copyOf(second, size);
  }

  /** Leaves findings in order, none touching another's bytes. */
  void resolve(byte[] text) {
    if (sorted) {
      return;
    }
    sort();
    int kept = 0;
    for (int i = 0; i < count; i++) {
      move(i, kept);
      kept = settle(kept, text) + 1;
    }
    count = kept;
    sorted = true;
  }

  /** Settles the finding at {@code i} with those before it; returns where the last one stands. */
  private int settle(int i, byte[] text) {
    int at = i;
    while (at > 0 && starts[at] < ends[at - 1]) {
      int before = at - 1;
      if (WAYS[meta[at] >>> 8 & 0xff].weight > WAYS[meta[before] >>> 8 & 0xff].weight) {
        if (ends[before] > ends[at]) {
          // The lighter one goes round the heavier: its end is covered by widening the heavier.
          ends[at] = ends[before];
        }
        if (starts[before] < starts[at]) {
          ends[before] = starts[at];
          while (ends[before] > starts[before] + 1 && !Chars.isAtom(text[ends[before] - 1])) {
            ends[before]--;
          }
          return at;
        }
        move(at, before);
        at = before;
      } else {
        if (ends[at] <= ends[before]) {
          return before;
        }
        starts[at] = ends[before];
      }
    }
    return at;
  }

  private void move(int from, int to) {
    starts[to] = starts[from];
    ends[to] = ends[from];
    meta[to] = meta[from];
    first[to] = first[from];
    second[to] = second[from];
  }

  /** Insertion sort: detectors look back a little only, so the list is nearly in order. */
  private void sort() {
    for (int i = 1; i < count; i++) {
      int start = starts[i];
      int end = ends[i];
      int info = meta[i];
      long one = first[i];
      long two = second[i];
      int j = i - 1;
      while (j >= 0 && starts[j] > start) {
        move(j, j + 1);
        j--;
      }
      starts[j + 1] = start;
      ends[j + 1] = end;
      meta[j + 1] = info;
      first[j + 1] = one;
      second[j + 1] = two;
    }
  }
}
