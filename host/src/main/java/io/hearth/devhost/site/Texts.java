package io.hearth.devhost.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The catalogue of the host's own words. */
final class Texts {
  private final Properties texts = new Properties();

  Texts() {
    try (Reader reader =
        new InputStreamReader(
            Texts.class.getResourceAsStream("/site/texts.properties"), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String get(String key, Object... values) {
    String pattern =
        Optional.ofNullable(texts.getProperty(key))
            .orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    return new MessageFormat(pattern, Locale.UK).format(values);
  }
}
