package io.hearth.application;

import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.verify.SearchWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns what stands behind {@code user=} and replaces it; fails at a line with {@code boom}.
 * Passes whole lines on, and holds back the last one until the end.
 */
final class Asterisks implements RedactionEngine.Session, Redactor {

  static final String FATAL = "boom";

  private final Set<String> learned = ConcurrentHashMap.newKeySet();

  @Override
  public void learn(String name, InputStream text) throws IOException {
    String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    if (all.contains("unlearnable")) {
      throw new IllegalStateException("a rule of learning");
    }
    for (String part : all.split("user=")) {
      String user = part.split("\\s", 2)[0];
      if (all.contains("user=" + user) && !user.isEmpty()) {
        learned.add(user);
      }
    }
  }

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary();
  }

  @Override
  public Redactor redactor() {
    return this;
  }

  @Override
  public boolean linked() {
    return false;
  }

  @Override
  public SearchWords searchWords() {
    return SearchWords.none();
  }

  @Override
  public Map<String, String> description() {
    return Map.of("rules", "asterisks");
  }

  @Override
  public String redactText(String text) {
    String redacted = text;
    for (String name : learned) {
      redacted = redacted.replace(name, "*".repeat(name.length()));
    }
    return redacted;
  }

  @Override
  public RedactedEntry open(String name, OutputStream out) throws IOException {
    if (name.contains("unopenable")) {
      throw new IOException("a rule of opening");
    }
    return new Lines(out);
  }

  private final class Lines extends RedactedEntry {
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long count;

    Lines(OutputStream out) {
      this.out = out;
    }

    @Override
    public Map<String, Long> counts() {
      return count == 0 ? Map.of() : Map.of("user", count);
    }

    @Override
    public void write(int b) throws IOException {
      line.write(b);
      if (b == '\n') {
        passOn();
      }
    }

    private void passOn() throws IOException {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      if (text.contains(FATAL)) {
        throw new IllegalStateException("a rule");
      }
      String redacted = redactText(text);
      count += redacted.equals(text) ? 0 : 1;
      out.write(redacted.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      passOn();
    }
  }
}
