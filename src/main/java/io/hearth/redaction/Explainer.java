package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Shows what would be replaced, line by line, with the scanner that also redacts. */
public final class Explainer {
  private static final int BLOCK = 64 * 1024;

  /** Takes the lines in order; {@code false} ends the reading. */
  @FunctionalInterface
  public interface Reader {
    boolean take(Explained line);
  }

  private final RedactionSettings settings;
  private final PseudonymKey key;
  private final Dictionary words;
  private final OwnPatterns patterns;
  private final OrdinaryWords ordinary;

  Explainer(
      RedactionSettings settings,
      PseudonymKey key,
      Dictionary words,
      OwnPatterns patterns,
      OrdinaryWords ordinary) {
    this.settings = settings;
    this.key = key;
    this.words = words;
    this.patterns = patterns;
    this.ordinary = ordinary;
  }

  /**
   * Reads to the end, or until the reader has enough.
   *
   * @param name tells the format
   * @param longest of a line; what is longer is shortened
   */
  public void explain(String name, InputStream text, int longest, Reader reader)
      throws IOException {
    Scan scan = new Scan(Format.of(name), words, settings, ordinary);
    ExplainedLines lines = new ExplainedLines(longest, reader);
    Explaining explaining = new Explaining(scan, patterns, new Replacer(key, words), lines);
    Encoding.Gate gate = new Encoding.Gate(OutputStream.nullOutputStream());
    gate.into(new Lines(explaining));
    try {
      byte[] block = new byte[BLOCK];
      for (int count = text.read(block); count >= 0; count = text.read(block)) {
        gate.write(block, 0, count);
      }
      gate.finish();
      lines.end();
    } catch (ExplainedLines.Enough enough) {
      return;
    }
  }
}
