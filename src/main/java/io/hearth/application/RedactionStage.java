package io.hearth.application;

import io.hearth.redaction.RedactedEntry;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Tells a failure of redaction from one of the source or of the ZIP. After a failure nothing more
 * is passed on, not even what the redactor still holds: what went before was redacted, the rest
 * might not be.
 */
final class RedactionStage extends OutputStream {

  /** A rule failed. */
  static final class Failed extends IOException {
    Failed(Throwable cause) {
      super("redaction failed", cause);
    }
  }

  private final RedactedEntry redaction;
  private boolean failed;

  RedactionStage(RedactedEntry redaction) {
    this.redaction = redaction;
  }

  boolean failed() {
    return failed;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    guarded(() -> redaction.write(bytes, from, length));
  }

  @Override
  public void close() throws IOException {
    guarded(redaction::close);
  }

  private void guarded(Step step) throws IOException {
    if (failed) {
      throw new Failed(null);
    }
    try {
      step.run();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      failed = true;
      throw new Failed(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
