package io.hearth.application;

import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what stands behind a telling name on a line. It learns nothing and knows few shapes; the
 * engine of {@code io.hearth.redaction} takes its place behind the same seam.
 */
public final class CredentialLines implements RedactionEngine.Session, Redactor {

  private static final int LONGEST = 1 << 20;
  private static final Pattern VALUE =
      Pattern.compile(
          "(?i)((?:password|passwd|pwd|secret|token|api[-_.]?key|credentials?|authorization"
              + "|set-cookie|cookie|jsessionid)[\\w.-]{0,40}\"?(?:\\s*[=:]\\s*|>)\"?)([^\\r\\n<\"]+)"
              + "|(://[^/\\s:@]+:)([^/\\s@]+)@");

  @Override
  public void learn(String name, InputStream text) {}

  @Override
  public Redactor redactor() {
    return this;
  }

  @Override
  public Map<String, String> description() {
    return Map.of("engine", "credentials");
  }

  @Override
  public String redactText(String text) {
    return text;
  }

  @Override
  public RedactedEntry open(String name, OutputStream out) {
    return new Lines(out);
  }

  private static final class Lines extends RedactedEntry {
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long count;

    Lines(OutputStream out) {
      this.out = out;
    }

    @Override
    public Map<String, Long> counts() {
      return count == 0 ? Map.of() : Map.of("password", count);
    }

    @Override
    public void write(int b) throws IOException {
      line.write(b);
      if (b == '\n' || line.size() >= LONGEST) {
        mask();
      }
    }

    private void mask() throws IOException {
      Matcher matcher = VALUE.matcher(line.toString(StandardCharsets.ISO_8859_1));
      String masked =
          matcher.replaceAll(
              found -> {
                count++;
                return Matcher.quoteReplacement(
                    found.group(1) != null ? found.group(1) + "***" : found.group(3) + "***@");
              });
      out.write(masked.getBytes(StandardCharsets.ISO_8859_1));
      line.reset();
    }

    @Override
    public void close() throws IOException {
      mask();
      out.flush();
    }
  }
}
