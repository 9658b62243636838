package io.hearth.application;

import java.io.OutputStream;

/**
 * Gathers redacted text into blocks. A block goes on when it is full or the entry ends; when
 * redaction fails the last one is dropped, so a small entry that failed is left out whole.
 */
final class Blocks extends OutputStream {

  static final int SIZE = 64 * 1024;

  /** Takes blocks for good: their bytes are not written to again. */
  @FunctionalInterface
  interface Receiver {
    void take(byte[] bytes, int length) throws CollectionStopped;

    /** There is nothing to take yet, and will be. */
    default void await() throws CollectionStopped {}
  }

  private final Receiver receiver;
  private int nextSize;
  private byte[] block = new byte[0];
  private int filled;

  /** Many entries are small: the first block is no larger than redaction makes what is expected. */
  Blocks(Receiver receiver, long expectedBytes) {
    this.receiver = receiver;
    this.nextSize = (int) Math.min(SIZE, 512 + expectedBytes + expectedBytes / 4);
  }

  @Override
  public void write(int b) throws CollectionStopped {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws CollectionStopped {
    int done = 0;
    while (done < length) {
      if (filled == block.length) {
        passOn();
        block = new byte[nextSize];
        nextSize = SIZE;
      }
      int count = Math.min(length - done, block.length - filled);
      System.arraycopy(bytes, from + done, block, filled, count);
      filled += count;
      done += count;
    }
  }

  /** The text is whole. */
  void end() throws CollectionStopped {
    passOn();
    block = new byte[0];
  }

  private void passOn() throws CollectionStopped {
    if (filled > 0) {
      receiver.take(block, filled);
      filled = 0;
    }
  }
}
