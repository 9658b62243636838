package io.hearth.application;

import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.verify.SearchWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Learns from nothing and passes everything on. */
final class Unlearning implements RedactionEngine.Session, Redactor {

  @Override
  public void learn(String name, InputStream text) {}

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
    return Map.of();
  }

  @Override
  public String redactText(String text) {
    return text;
  }

  @Override
  public RedactedEntry open(String name, OutputStream out) {
    return new RedactedEntry() {
      @Override
      public Map<String, Long> counts() {
        return Map.of();
      }

      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }
    };
  }
}
