package io.hearth.redaction;

/**
 * Looks at a place that announces something. All are called through arrays and so compiled each on
 * its own: inlined into the scanner's loop they make one method that takes the compiler seconds.
 */
@FunctionalInterface
interface Detector {
  Detector NOTHING = (from, to) -> -1;

  /**
   * {@code from} is the sign or the word's beginning, {@code to} lies behind it. Returns where to
   * go on, or -1 if there is nothing.
   */
  int at(int from, int to);
}
