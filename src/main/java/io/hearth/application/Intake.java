package io.hearth.application;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The first stage behind a source: asks for cancellation, counts, and ends the entry at the limit
 * of the ZIP in bytes or time. The end falls on a line border, because half a line could be a value
 * whose telling other half is missing.
 *
 * <p>Whatever makes the text may swallow what is thrown here, so the end is remembered as well.
 */
final class Intake extends OutputStream {

  /** Ends the source's turn. */
  static final class Full extends IOException {
    Full() {
      super("a limit of the ZIP is reached");
    }
  }

  /** A line without an end must not take the time that is over. */
  private static final long LONGEST_LINE = 1L << 20;

  private final OutputStream next;
  private final Blocks.Receiver receiver;
  private final Budget budget;
  private final Turn turn;
  private final Job job;
  private long taken;
  private Optional<Reason> full = Optional.empty();

  /** What was taken of a line whose end is awaited since time is over. */
  private long awaited;

  Intake(OutputStream next, Blocks.Receiver receiver, Budget budget, Turn turn, Job job) {
    this.next = next;
    this.receiver = receiver;
    this.budget = budget;
    this.turn = turn;
    this.job = job;
  }

  long taken() {
    return taken;
  }

  /** Why no more is taken, if so. */
  Optional<Reason> full() {
    return full;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    job.cancellation().check();
    int wanted = inTime(bytes, from, length);
    int fitting = wanted == 0 ? 0 : budget.take(wanted, turn);
    if (fitting < wanted) {
      int lines = lastLineEnd(bytes, from, fitting);
      budget.giveBack(fitting - lines);
      fitting = lines;
      full = Optional.of(Reason.OVER_TOTAL);
    }
    if (fitting > 0) {
      taken += fitting;
      job.progress().read(fitting);
      next.write(bytes, from, fitting);
    }
    if (full.isPresent()) {
      throw new Full();
    }
  }

  /** All of it, or what is left of the line at which time was over. */
  private int inTime(byte[] bytes, int from, int length) {
    if (full.isPresent()) {
      return 0;
    }
    if (!budget.late()) {
      return length;
    }
    int end = 0;
    while (end < length && bytes[from + end] != '\n') {
      end++;
    }
    awaited += end;
    if (taken == 0 || end < length || awaited > LONGEST_LINE) {
      full = Optional.of(Reason.OVER_TIME);
    }
    return taken == 0 ? 0 : Math.min(length, end + 1);
  }

  /**
   * What makes its text slowly calls this while it waits: redaction may still need what it holds
   * back, so no text goes on, but whoever takes the ZIP is asked whether they are there.
   */
  @Override
  public void flush() throws IOException {
    job.cancellation().check();
    receiver.await();
    if (full.isEmpty() && budget.late()) {
      full = Optional.of(Reason.OVER_TIME);
      throw new Full();
    }
  }

  private static int lastLineEnd(byte[] bytes, int from, int length) {
    int end = length;
    while (end > 0 && bytes[from + end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
