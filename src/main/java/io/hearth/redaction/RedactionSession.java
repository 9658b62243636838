package io.hearth.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/**
 * The redaction of one Support ZIP: learns first, then redacts with all that was learned. Several
 * threads may learn at once, each a text of its own, and share the {@link Redactor}.
 */
public final class RedactionSession {
  /** Changes with every change of what the rules find. */
  public static final String RULES_VERSION = "1";

  private final RedactionSettings settings;
  private final PseudonymKey key;
  private final Vocabulary vocabulary = new Vocabulary();
  private final OwnPatterns patterns;
  private final Dictionary plain;
  private final Set<RuleId> rulesForLearning = RedactionSettings.learning().rulesOn();

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
    Scan scan = new Scan(Format.of(name), plain, rulesForLearning);
    Encoding.Gate gate = new Encoding.Gate(OutputStream.nullOutputStream());
    gate.into(new Learner(scan, OwnPatterns.none(), vocabulary));
    gate.readAll(text);
  }

  /** What redacts with all that was learned up to now. */
  public Redactor redactor() {
    return redactor(Optional.empty());
  }

  /** The same, telling each replacement; several threads tell at once. */
  public Redactor redactor(Replacements told) {
    return redactor(Optional.of(told));
  }

  private Redactor redactor(Optional<Replacements> told) {
    return new Engine(settings, key, Dictionary.of(vocabulary, settings), patterns, told);
  }

  /** What shows a person what would be replaced, with all that was learned up to now. */
  public Explainer explainer() {
    return new Explainer(settings, key, Dictionary.of(vocabulary, settings), patterns);
  }
}
