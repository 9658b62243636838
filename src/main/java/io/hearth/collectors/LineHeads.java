package io.hearth.collectors;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into lines without holding one: a step is a line, or a part of a long one. The
 * first part of a line has its first {@link LineTimes#HEAD} bytes.
 */
final class LineHeads {

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int filled;
  private boolean ended;
  private boolean inLine;
  private long passed;
  private int from;
  private int length;
  private boolean begins;

  LineHeads(InputStream in, int buffer) {
    this.in = in;
    this.buffer = new byte[Math.max(buffer, 2 * LineTimes.HEAD)];
  }

  /** Whether there is one more. */
  boolean next() throws IOException {
    int wanted = inLine ? 1 : LineTimes.HEAD;
    while (!ended && filled - position < wanted) {
      fill();
    }
    if (position == filled) {
      length = 0;
      return false;
    }
    from = position;
    begins = !inLine;
    int end = from;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    inLine = end == filled;
    position = inLine ? end : end + 1;
    length = position - from;
    passed += length;
    return true;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, position, buffer, 0, filled - position);
    filled -= position;
    position = 0;
    int count = in.read(buffer, filled, buffer.length - filled);
    ended = count < 0;
    filled += Math.max(0, count);
  }

  /** Whether this step is the start of a line. */
  boolean begins() {
    return begins;
  }

  /** Of this step, from the start of the stream. */
  long offset() {
    return passed - length;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }
}
