package io.hearth.insight;

/** A number that stands for a text; different texts practically never share one. */
final class Hash {

  private static final long START = 0xCBF29CE484222325L;
  private static final long FACTOR = 0x100000001B3L;

  private long value = START;

  void clear() {
    value = START;
  }

  void add(int b) {
    value = (value ^ (b & 0xFF)) * FACTOR;
  }

  void add(Line line, int from, int to) {
    for (int at = from; at < to; at++) {
      add(line.at(at));
    }
  }

  /** Mixed once more, since the last bytes change the upper half too little. */
  long value() {
    long mixed = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }
}
