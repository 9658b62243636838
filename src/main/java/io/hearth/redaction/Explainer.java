package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/** Shows what would be replaced, line by line, with the scanner that also redacts. */
public final class Explainer {
  /** Takes the lines in order; {@code false} ends the reading. */
  @FunctionalInterface
  public interface Reader {
    boolean take(Explained line);
  }

  private final Set<RuleId> rulesOn;
  private final PseudonymKey key;
  private final Dictionary words;
  private final OwnPatterns patterns;

  Explainer(RedactionSettings settings, PseudonymKey key, Dictionary words, OwnPatterns patterns) {
    this.rulesOn = settings.rulesOn();
    this.key = key;
    this.words = words;
    this.patterns = patterns;
  }

  /**
   * Reads to the end, or until the reader has enough.
   *
   * @param name tells the format
   * @param longest of a line; what is longer is shortened
   */
  public void explain(String name, InputStream text, int longest, Reader reader)
      throws IOException {
    Scan scan = new Scan(Format.of(name), words, rulesOn);
    ExplainedLines lines = new ExplainedLines(longest, reader);
    Explaining explaining = new Explaining(scan, patterns, new Replacer(key, words), lines);
    Encoding.Gate gate = new Encoding.Gate(OutputStream.nullOutputStream());
    gate.into(explaining);
    try {
      gate.readAll(text);
      lines.end();
    } catch (ExplainedLines.Enough enough) {
      return;
    }
  }
}
