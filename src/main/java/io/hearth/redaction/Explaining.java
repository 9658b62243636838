package io.hearth.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Redacts into nothing and passes on where it would have replaced what, with the text itself. */
final class Explaining extends Redaction {
  private final ExplainedLines lines;
  private final ByteArrayOutputStream written;

  // In the buffer: up to here the text was passed on.
  private int passed;

  // What is added to a place in the buffer to give one in the whole text.
  private long base;

  Explaining(Scan scan, OwnPatterns own, Replacer replacer, ExplainedLines lines) {
    this(scan, own, replacer, lines, new ByteArrayOutputStream());
  }

  private Explaining(
      Scan scan,
      OwnPatterns own,
      Replacer replacer,
      ExplainedLines lines,
      ByteArrayOutputStream written) {
    super(scan, own, replacer, written);
    this.lines = lines;
    this.written = written;
  }

  @Override
  void replace(int finding, int start, int end) throws IOException {
    written.reset();
    super.replace(finding, start, end);
    String replacement = written.toString(StandardCharsets.UTF_8);
    lines.replaced(base + start, base + end, replacement, scan.findings.rule(finding));
  }

  @Override
  public void release(byte[] buffer, int to, int now) throws IOException {
    super.release(buffer, to, now);
    written.reset();
    lines.text(buffer, passed, to);
    passed = now;
    base += to - now;
  }
}
