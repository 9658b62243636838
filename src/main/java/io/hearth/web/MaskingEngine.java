package io.hearth.web;

import io.hearth.application.RedactionEngine;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Hides everything but the layout of a text: until rules are wired there is nothing that could tell
 * a secret from other words.
 */
final class MaskingEngine implements RedactionEngine {

  @Override
  public Session begin() {
    return new Session() {
      @Override
      public void learn(String name, InputStream text) {
        // All is hidden, so nothing has to be known.
      }

      @Override
      public Redactor redactor() {
        return new Masking();
      }

      @Override
      public Map<String, String> description() {
        return Map.of("rules", "everything");
      }
    };
  }

  private static final class Masking implements Redactor {

    @Override
    public RedactedEntry open(String name, OutputStream out) {
      return new RedactedEntry() {
        private long hidden;

        @Override
        public void write(int b) throws IOException {
          boolean layout = b == '\n' || b == '\r' || b == ' ';
          hidden += layout ? 0 : 1;
          out.write(layout ? b : 'x');
        }

        @Override
        public Map<String, Long> counts() {
          return Map.of("byte", hidden);
        }

        @Override
        public void flush() throws IOException {
          out.flush();
        }

        @Override
        public void close() throws IOException {
          out.flush();
        }
      };
    }

    @Override
    public String redactText(String text) {
      return text;
    }
  }
}
