package io.hearth.application;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The first stage behind a source: asks for cancellation, counts, and ends the entry at the limit
 * of the ZIP. The end falls on a line border, because half a line could be a value whose telling
 * other half is missing.
 *
 * <p>Whatever makes the text may swallow what is thrown here, so the end is remembered as well.
 */
final class Intake extends OutputStream {

  /** Ends the source's turn. */
  static final class Full extends IOException {
    Full() {
      super("the limit of the ZIP is reached");
    }
  }

  private final OutputStream next;
  private final Blocks.Receiver receiver;
  private final Budget budget;
  private final Turn turn;
  private final Job job;
  private long taken;
  private boolean full;

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

  boolean full() {
    return full;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    job.cancellation().check();
    int fitting = full ? 0 : budget.take(length, turn);
    if (fitting < length) {
      int lines = lastLineEnd(bytes, from, fitting);
      budget.giveBack(fitting - lines);
      fitting = lines;
      full = true;
    }
    if (fitting > 0) {
      taken += fitting;
      job.progress().read(fitting);
      next.write(bytes, from, fitting);
    }
    if (full) {
      throw new Full();
    }
  }

  /**
   * What makes its text slowly calls this while it waits: redaction may still need what it holds
   * back, so no text goes on, but whoever takes the ZIP is asked whether they are there.
   */
  @Override
  public void flush() throws CollectionStopped {
    job.cancellation().check();
    receiver.await();
  }

  private static int lastLineEnd(byte[] bytes, int from, int length) {
    int end = length;
    while (end > 0 && bytes[from + end - 1] != '\n') {
      end--;
    }
    return end;
  }
}
