package io.hearth.collectors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The lines of a log that are of the wanted time, whole. A line that names no time, as of a stack
 * trace, goes with the line before it; what stands before the first time goes with that one.
 *
 * <p>What names no time at all passes whole: leaving out is only for what is known to be of another
 * time.
 */
final class WindowStream extends InputStream {

  private static final int BUFFER = 64 * 1024;

  /** Held until the first line with a time tells what it belongs to. */
  static final int MOST_HELD = 64 * 1024;

  private enum Decision {
    OPEN,
    IN,
    OUT
  }

  private final InputStream in;
  private final LineHeads lines;
  private final TimeWindow window;
  private final LineTimes times;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
  private Decision decision = Decision.OPEN;
  private byte[] ready = {};
  private int from;
  private int left;
  private boolean leftOut;

  WindowStream(InputStream in, TimeWindow window, LineTimes times) {
    this.in = in;
    this.lines = new LineHeads(in, BUFFER);
    this.window = window;
    this.times = times;
  }

  /** Whether any line was left out up to here. */
  boolean leftOut() {
    return leftOut;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    while (left == 0) {
      if (!lines.next()) {
        if (held.size() == 0) {
          return -1;
        }
        giveHeld();
      } else {
        sort();
      }
    }
    int count = Math.min(left, length);
    System.arraycopy(ready, from, into, offset, count);
    from += count;
    left -= count;
    return count;
  }

  private void sort() {
    Optional<LineTime> time =
        lines.begins() ? times.of(lines.bytes(), lines.from(), lines.length()) : Optional.empty();
    if (time.isPresent()) {
      decision = window.holds(time.get()) ? Decision.IN : Decision.OUT;
    }
    switch (decision) {
      case OPEN -> hold();
      case IN -> give();
      case OUT -> {
        leftOut = true;
        held.reset();
      }
    }
  }

  private void hold() {
    held.write(lines.bytes(), lines.from(), lines.length());
    if (held.size() > MOST_HELD) {
      decision = Decision.IN;
      giveHeld();
    }
  }

  /** This step, behind what was held for it. */
  private void give() {
    if (held.size() > 0) {
      hold();
      giveHeld();
      return;
    }
    ready = lines.bytes();
    from = lines.from();
    left = lines.length();
  }

  private void giveHeld() {
    ready = held.toByteArray();
    from = 0;
    left = ready.length;
    held.reset();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
