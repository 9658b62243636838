package io.hearth.errors.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the whole lines of a file that another process may be adding to. */
final class LineFile {

  @FunctionalInterface
  interface Each {
    /**
     * @param offset where the line begins in the file
     */
    void line(String text, long offset) throws IOException;
  }

  /** A longer line is none of ours and is skipped. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[16 << 10];
  private int size;
  private long start;
  private boolean skipping;

  private LineFile(InputStream in, long from) {
    this.in = in;
    this.start = from;
  }

  /**
   * Hands on each line that ends.
   *
   * @param in of which {@code from} bytes were read before
   * @return where the first line begins that does not end yet
   */
  static long read(InputStream in, long from, Each each) throws IOException {
    return new LineFile(in, from).all(each);
  }

  private long all(Each each) throws IOException {
    int searched = 0;
    while (true) {
      int read = in.read(buffer, size, buffer.length - size);
      if (read < 0) {
        return start;
      }
      size += read;
      searched = cut(each, searched);
      if (size == buffer.length) {
        grow();
        searched = Math.min(searched, size);
      }
    }
  }

  /** Hands on the lines in the buffer and moves the rest to its front. */
  private int cut(Each each, int searched) throws IOException {
    int begin = 0;
    for (int i = searched; i < size; i++) {
      if (buffer[i] == '\n') {
        if (!skipping) {
          each.line(new String(buffer, begin, i - begin, StandardCharsets.UTF_8), start);
        }
        skipping = false;
        start += i + 1 - begin;
        begin = i + 1;
      }
    }
    System.arraycopy(buffer, begin, buffer, 0, size - begin);
    size -= begin;
    return size;
  }

  private void grow() {
    if (skipping || buffer.length >= LONGEST) {
      skipping = true;
      start += size;
      size = 0;
    } else {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }
}
