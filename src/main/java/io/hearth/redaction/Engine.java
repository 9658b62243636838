package io.hearth.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The built-in redactor. Immutable; each entry gets a scanner of its own. */
final class Engine implements Redactor {
  private final Set<RuleId> rulesOn;
  private final PseudonymKey key;
  private final Dictionary words;
  private final OwnPatterns patterns;
  private final Optional<Replacements> told;

  Engine(
      RedactionSettings settings,
      PseudonymKey key,
      Dictionary words,
      OwnPatterns patterns,
      Optional<Replacements> told) {
    this.rulesOn = settings.rulesOn();
    this.key = key;
    this.words = words;
    this.patterns = patterns;
    this.told = told;
  }

  @Override
  public RedactedEntry open(String name, OutputStream out) {
    return open(Format.of(name), out);
  }

  private EntryStage open(Format format, OutputStream out) {
    Scan scan = new Scan(format, words, rulesOn);
    Replacer replacer = new Replacer(key, words);
    return new EntryStage(
        out,
        target ->
            told.<Redaction>map(
                    listener -> new TellingRedaction(scan, patterns, replacer, target, listener))
                .orElseGet(() -> new Redaction(scan, patterns, replacer, target)));
  }

  @Override
  public String redactText(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryStage stage = open(Format.TEXT, out)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      stage.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
