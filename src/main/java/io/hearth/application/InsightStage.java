package io.hearth.application;

import io.hearth.insight.ObservedText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows redacted text on its way to what sums it up for the overview. That is a convenience: if it
 * fails, the entry goes on without it.
 */
final class InsightStage extends FilterOutputStream {

  private final Journal journal;
  private Optional<ObservedText> text;

  InsightStage(Optional<ObservedText> text, Journal journal, OutputStream out) {
    super(out);
    this.text = text;
    this.journal = journal;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    guarded(observed -> observed.write(bytes, from, length));
    out.write(bytes, from, length);
  }

  /** What was observed, once the text has ended. */
  Optional<ObservedText> observed() {
    guarded(ObservedText::close);
    return text;
  }

  private void guarded(Consumer<ObservedText> step) {
    try {
      text.ifPresent(step);
    } catch (RuntimeException e) {
      text = Optional.empty();
      journal.failed("summing up an entry", e);
    }
  }
}
