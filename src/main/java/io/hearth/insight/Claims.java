package io.hearth.insight;

import java.util.List;

/**
 * Takes over what another node tells, of which nothing is believed: numbers are in their range,
 * texts and lists no longer than they can be, entries below the node's folder. Times are moved to
 * the clock of the node that reads.
 */
final class Claims {

  /** No time of a log is later; all are after 1970. */
  private static final long LATEST = 4_102_444_800L;

  private static final long MOST = 1L << 53;
  private static final int LONGEST_NAME = 10_000;

  private final String folder;
  private final long moved;

  /** {@code moved} is by how many seconds. */
  Claims(String folder, long moved) {
    this.folder = folder;
    this.moved = moved;
  }

  /** Throws what {@link NodeTold#read} makes one failure of. */
  static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("it cannot be true");
    }
  }

  long time(long at) {
    require(at >= Times.NONE && at <= LATEST);
    return at == Times.NONE ? at : Math.max(0, at + moved);
  }

  /** By steps of so many seconds, to the nearest one. */
  long step(long step, long seconds) {
    require(step >= 0 && step * seconds <= LATEST);
    return Math.max(0, step + Math.round((double) moved / seconds));
  }

  long count(long number) {
    require(number >= 0 && number <= MOST);
    return number;
  }

  String text(String text) {
    require(text.length() <= ObservedText.HEAD);
    return text;
  }

  String entry(String name) {
    require(name.length() <= LONGEST_NAME && (name.isEmpty() || name.startsWith(folder)));
    return name;
  }

  <T> List<T> list(List<T> list, int most) {
    require(list.size() <= most);
    return list;
  }

  long[] numbers(long[] numbers, int most) {
    require(numbers.length <= most);
    return numbers;
  }
}
