package io.hearth.insight;

import java.io.OutputStream;

/**
 * Takes the redacted text of one entry and shows its lines to an observer. Of a line that lies in
 * two writes the first {@link #HEAD} bytes are kept; of any line an observer sees no more.
 */
public final class ObservedText extends OutputStream {

  static final int HEAD = 4096;

  private final Observer observer;
  private final Line line = new Line();
  private final byte[] carried = new byte[HEAD];
  private int held;
  private boolean inside;

  ObservedText(Observer observer) {
    this.observer = observer;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int end = from + length;
    int start = from;
    for (int at = from; at < end; at++) {
      if (bytes[at] == '\n') {
        ended(bytes, start, at);
        start = at + 1;
      }
    }
    if (start < end) {
      carry(bytes, start, end);
    }
  }

  /** The last line may have no end. */
  @Override
  public void close() {
    if (inside) {
      ended(carried, 0, 0);
    }
    observer.end();
  }

  Observer observer() {
    return observer;
  }

  private void ended(byte[] bytes, int start, int end) {
    if (inside) {
      carry(bytes, start, end);
      observer.line(line.at(carried, 0, held));
      held = 0;
      inside = false;
    } else {
      observer.line(line.at(bytes, start, Math.min(end, start + HEAD)));
    }
  }

  private void carry(byte[] bytes, int start, int end) {
    int count = Math.min(end - start, HEAD - held);
    System.arraycopy(bytes, start, carried, held, count);
    held += count;
    inside = true;
  }
}
