package io.hearth.application;

import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

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

  private Optional<RedactedEntry> redaction = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();

  RedactionStage(Redactor redactor, String name, OutputStream out) throws CollectionStopped {
    try {
      guarded(() -> redaction = Optional.of(redactor.open(name, out)));
    } catch (Failed remembered) {
      // The first write tells it.
    }
  }

  Optional<Throwable> failure() {
    return failure;
  }

  Map<String, Long> counts() {
    return redaction.map(RedactedEntry::counts).map(Map::copyOf).orElse(Map.of());
  }

  @Override
  public void write(int b) throws Failed, CollectionStopped {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws Failed, CollectionStopped {
    guarded(() -> redaction.orElseThrow().write(bytes, from, length));
  }

  /** Lets out what the redactor still holds, unless it failed. */
  void end() throws CollectionStopped {
    try {
      guarded(() -> redaction.orElseThrow().close());
    } catch (Failed remembered) {
      // The failure says it.
    }
  }

  private void guarded(Step step) throws Failed, CollectionStopped {
    if (failure.isPresent()) {
      throw new Failed(failure.get());
    }
    try {
      step.run();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      failure = Optional.of(e);
      throw new Failed(e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
