package io.hearth.redaction;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A pattern of the administrator's. The group named {@code value} is the part to replace; without
 * one, the whole match is. A pattern never sees more than a line.
 */
public final class OwnPattern {
  static final String VALUE = "value";

  private OwnPattern() {}

  /** Why the pattern cannot be used, in the words of RE2/J; empty when it can. */
  public static Optional<String> mistake(String pattern) {
    if (PatternSize.of(pattern) > PatternSize.LARGEST) {
      return Optional.of("its repetitions make it too large");
    }
    try {
      compiled(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription());
    }
  }

  /** The scanner hands over one character for each byte, so the pattern is written in bytes too. */
  static Pattern compiled(String pattern) {
    byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
    return Pattern.compile(new String(bytes, StandardCharsets.ISO_8859_1));
  }
}
