package io.hearth.application;

import io.hearth.redaction.PseudonymKey;
import io.hearth.redaction.RedactionSession;
import io.hearth.redaction.RedactionSettings;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Replacements;
import io.hearth.redaction.Vocabulary;
import io.hearth.verify.SearchWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The app's own redaction behind the job's seam: a key of its own for each ZIP. */
public final class BuiltInRedaction implements RedactionEngine {
  private final RedactionSettings settings;
  private final Supplier<PseudonymKey> keys;
  private final Optional<Replacements> told;
  private final boolean linked;

  /** All rules, and for each ZIP a key that is forgotten with it. */
  public static RedactionEngine standard() {
    return new BuiltInRedaction(RedactionSettings.standard(), PseudonymKey::random);
  }

  /** {@code keys} gives a new key each time. */
  public BuiltInRedaction(RedactionSettings settings, Supplier<PseudonymKey> keys) {
    this(settings, keys, Optional.empty(), false);
  }

  /**
   * With all that can be chosen.
   *
   * @param told is told what is replaced, for a look-up table
   * @param linked whether the key is that of an open support case
   */
  public BuiltInRedaction(
      RedactionSettings settings,
      Supplier<PseudonymKey> keys,
      Optional<Replacements> told,
      boolean linked) {
    this.settings = settings;
    this.keys = keys;
    this.told = told;
    this.linked = linked;
  }

  @Override
  public Session begin() {
    RedactionSession session = new RedactionSession(settings, keys.get());
    return new Session() {
      @Override
      public void learn(String name, InputStream text) throws IOException {
        session.learn(name, text);
      }

      @Override
      public Vocabulary vocabulary() {
        return session.vocabulary();
      }

      @Override
      public Redactor redactor() {
        return told.map(session::redactor).orElseGet(session::redactor);
      }

      @Override
      public boolean linked() {
        return linked;
      }

      @Override
      public SearchWords searchWords() {
        SearchWords.Builder words = new SearchWords.Builder();
        Set<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        allowed.addAll(settings.allowed());
        session
            .vocabulary()
            .eachReplaced(
                (kind, word) -> {
                  if (!settings.kindsOff().contains(kind.id()) && !allowed.contains(word)) {
                    words.add(kind.id(), word);
                  }
                });
        return words.build();
      }

      @Override
      public Map<String, String> description() {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("rules", RedactionSession.RULES_VERSION);
        description.put("kindsOff", String.join(" ", new TreeSet<>(settings.kindsOff())));
        description.put("rulesOff", String.join(" ", new TreeSet<>(settings.rulesOff())));
        description.put("ownWords", String.valueOf(settings.words().size()));
        description.put("ownPatterns", String.valueOf(settings.patterns().size()));
        description.put("allowed", String.valueOf(settings.allowed().size()));
        description.put("learned", String.valueOf(session.vocabulary().size()));
        return description;
      }
    };
  }
}
