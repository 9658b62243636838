package io.hearth.redaction;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses how large a compiled pattern would be. RE2/J limits a single repetition to 1000 but not
 * those inside each other: {@code ((a{1000}){1000}){1000}} would take all memory.
 */
final class PatternSize {
  static final long LARGEST = 20_000;

  private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

  private final Matcher repeats;
  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long level;
  private long last;

  private PatternSize(String pattern) {
    this.pattern = pattern;
    repeats = REPEAT.matcher(pattern);
  }

  static long of(String pattern) {
    return new PatternSize(pattern).size();
  }

  private long size() {
    int p = 0;
    while (p < pattern.length() && level <= LARGEST) {
      p = step(p);
    }
    long all = level;
    for (long one : outer) {
      all += one;
    }
    return all;
  }

  private int step(int p) {
    switch (pattern.charAt(p)) {
      case '(' -> {
        outer.push(level);
        level = 0;
        last = 0;
      }
      case ')' -> {
        last = level + 1;
        level = last + (outer.isEmpty() ? 0 : outer.pop());
      }
      case '{' -> {
        return repeat(p);
      }
      case '\\' -> {
        atom();
        return p + 2;
      }
      case '[' -> {
        atom();
        return behindClass(p);
      }
      default -> atom();
    }
    return p + 1;
  }

  private void atom() {
    last = 1;
    level++;
  }

  private int repeat(int p) {
    repeats.region(p, pattern.length());
    if (!repeats.lookingAt()) {
      atom();
      return p + 1;
    }
    String most = repeats.group(2);
    String count = most == null || most.isEmpty() ? repeats.group(1) : most;
    long times = Math.max(1, Long.parseLong(count));
    level += last * (times - 1);
    last *= times;
    return repeats.end();
  }

  /** A bracket right behind the opening one is a member. */
  private int behindClass(int p) {
    int from = p + (pattern.startsWith("[^", p) ? 3 : 2);
    for (int i = from; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (pattern.startsWith("[:", i)) {
        i = Math.max(i, pattern.indexOf(":]", i) + 1);
      } else if (c == ']') {
        return i + 1;
      }
    }
    return pattern.length();
  }
}
