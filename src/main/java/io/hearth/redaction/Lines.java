package io.hearth.redaction;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts a stream into lines, and a line longer than a window into pieces that overlap, and hands
 * each to the scanner. Where a piece ends depends on the line alone, so that any chunking of the
 * input gives the same pieces. The buffer begins small, as most entries are, and grows to some
 * windows and no further.
 *
 * <p>A piece sees {@link #BEHIND} bytes of what went before and {@link #AHEAD} of what comes, so
 * that a value near its border is found with its surroundings.
 */
final class Lines {
  static final int WINDOW = 64 * 1024;
  static final int AHEAD = 8 * 1024;
  static final int BEHIND = 512;
  private static final int CAPACITY = 4 * WINDOW;
  private static final int FIRST_CAPACITY = 4 * 1024;

  /** Words are read eight bytes at a time. */
  private static final int MARGIN = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  /** Takes lines and pieces in order; offsets are those of the shared buffer. */
  interface Consumer {
    /** A whole line without its end. */
    void line(byte[] buffer, int from, int to) throws IOException;

    /**
     * A piece of an overlong line; {@code seen} is where it begins to see, {@code from} where what
     * is not yet decided begins, {@code commit} where the next piece should begin, {@code to} the
     * end of what can be seen. Returns where the next piece begins.
     */
    int piece(byte[] buffer, int seen, int from, int commit, int to, boolean first, boolean last)
        throws IOException;

    /** All before {@code to} is dealt with, and the byte that stands there moves to {@code now}. */
    void release(byte[] buffer, int to, int now) throws IOException;
  }

  private final Consumer consumer;
  private byte[] buffer = new byte[FIRST_CAPACITY + MARGIN];
  private int capacity = FIRST_CAPACITY;
  private int start;
  private int end;
  private int searched;

  // Within an overlong line: where its next piece begins, behind what was decided already.
  private boolean inPiece;

  Lines(Consumer consumer) {
    this.consumer = consumer;
  }

  void write(byte[] bytes, int from, int length) throws IOException {
    int p = from;
    int left = length;
    while (left > 0) {
      grow(end + Math.min(left, CAPACITY));
      int count = Math.min(left, capacity - end);
      System.arraycopy(bytes, p, buffer, end, count);
      end += count;
      p += count;
      left -= count;
      if (end == CAPACITY) {
        drain(false);
      }
    }
  }

  private void grow(int wanted) {
    if (capacity < CAPACITY && wanted > capacity) {
      capacity = Math.min(CAPACITY, Math.max(wanted, 2 * capacity));
      buffer = Arrays.copyOf(buffer, capacity + MARGIN);
    }
  }

  void finish() throws IOException {
    drain(true);
  }

  private void drain(boolean all) throws IOException {
    while (true) {
      int newline = newline();
      if (newline >= 0) {
        lineTo(newline);
        start = newline + 1;
        searched = start;
        inPiece = false;
      } else if (end - start > WINDOW) {
        next(piece(start + WINDOW));
      } else {
        break;
      }
    }
    if (all && (end > start || inPiece)) {
      lineTo(end);
      start = end;
    }
    int keep = inPiece ? seen() : start;
    consumer.release(buffer, start, start - keep);
    move(keep);
  }

  private int withoutReturn(int newline) {
    return newline > start && buffer[newline - 1] == '\r' ? newline - 1 : newline;
  }

  private void lineTo(int newline) throws IOException {
    while (newline - start > WINDOW) {
      next(piece(start + WINDOW));
    }
    int to = Math.max(start, withoutReturn(newline));
    if (inPiece) {
      consumer.piece(buffer, seen(), start, to, to, false, true);
    } else {
      consumer.line(buffer, start, to);
    }
  }

  private void next(int position) {
    start = position;
    inPiece = true;
  }

  private int seen() {
    return Math.max(start - BEHIND, 0);
  }

  private int piece(int to) throws IOException {
    int commit = to - AHEAD;
    int floor = commit - AHEAD;
    int p = commit;
    while (p > floor && !Chars.isSpace(buffer[p])) {
      p--;
    }
    commit = p > floor ? p : commit;
    int from = inPiece ? seen() : start;
    return consumer.piece(buffer, from, start, commit, to, !inPiece, false);
  }

  private void move(int keep) {
    System.arraycopy(buffer, keep, buffer, 0, end - keep);
    start -= keep;
    end -= keep;
    searched = Math.max(start, searched - keep);
  }

  /** The next line end, or -1 if there is none yet; eight bytes a step. */
  private int newline() {
    int p = Math.max(searched, start);
    while (p + 8 <= end) {
      long word = (long) LONGS.get(buffer, p) ^ ONES * '\n';
      long hit = word - ONES & ~word & HIGHS;
      if (hit != 0) {
        searched = p;
        return p + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
      p += 8;
    }
    while (p < end) {
      if (buffer[p] == '\n') {
        searched = p;
        return p;
      }
      p++;
    }
    searched = end;
    return -1;
  }
}
