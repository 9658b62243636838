package io.hearth.usage.intake;

import java.util.HashMap;
import java.util.Map;

/**
 * How many summaries are taken within ten seconds: of one caller, and in all, which also bounds how
 * many callers are remembered.
 */
final class Turnstile {

  static final int MOST_OF_ONE = 20;
  static final int MOST = 2000;

  private static final long WINDOW_NANOS = 10_000_000_000L;

  private final Map<String, Integer> callers = new HashMap<>();
  private long began = System.nanoTime();
  private int all;

  synchronized boolean lets(String caller, long now) {
    if (now - began >= WINDOW_NANOS) {
      callers.clear();
      all = 0;
      began = now;
    }
    if (all >= MOST) {
      return false;
    }
    all++;
    return callers.merge(caller, 1, Integer::sum) <= MOST_OF_ONE;
  }
}
