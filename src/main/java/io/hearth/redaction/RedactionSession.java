package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;

/**
 * The redaction of one Support ZIP: learns first, then redacts with all that was learned. Learning
 * goes on in one thread; the {@link Redactor} may be shared.
 */
public final class RedactionSession {
  /** Changes with every change of what the rules find. */
  public static final String RULES_VERSION = "1";

  private static final int BLOCK = 64 * 1024;

  private final RedactionSettings settings;
  private final PseudonymKey key;
  private final Vocabulary vocabulary = new Vocabulary();
  private final OrdinaryWords ordinary = OrdinaryWords.load();
  private final OwnPatterns patterns;
  private final Dictionary plain;

  public RedactionSession(RedactionSettings settings, PseudonymKey key) {
    this.settings = settings;
    this.key = key;
    patterns = new OwnPatterns(settings);
    plain = Dictionary.of(vocabulary, settings);
  }

  /** For names that are known from elsewhere: the product's users, its base URL. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Reads one text for the names it reveals; {@code name} tells its format. */
  public void learn(String name, InputStream text) throws IOException {
    Scan scan = new Scan(Format.of(name), plain, RedactionSettings.learning(), ordinary);
    Encoding.Gate gate = new Encoding.Gate(java.io.OutputStream.nullOutputStream());
    gate.into(new Lines(new Learner(scan, OwnPatterns.none(), vocabulary)));
    byte[] block = new byte[BLOCK];
    for (int count = text.read(block); count >= 0; count = text.read(block)) {
      gate.write(block, 0, count);
    }
    gate.finish();
  }

  /** What redacts with all that was learned up to now. */
  public Redactor redactor() {
    return new Engine(settings, key, Dictionary.of(vocabulary, settings), patterns, ordinary);
  }

  /** The same, telling each replacement; several threads tell at once. */
  public Redactor redactor(Replacements told) {
    Dictionary words = Dictionary.of(vocabulary, settings);
    return new Engine(settings, key, words, patterns, ordinary, told);
  }

  /** What shows a person what would be replaced, with all that was learned up to now. */
  public Explainer explainer() {
    return new Explainer(settings, key, Dictionary.of(vocabulary, settings), patterns, ordinary);
  }
}
