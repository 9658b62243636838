package io.hearth.devhost.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with holes: <code>{{name}}</code> takes a value, <code>{{#key}}</code> a text of
 * the catalogue. Whatever is not {@link Html} already is encoded.
 */
final class Template {
  private static final Pattern HOLE = Pattern.compile("\\{\\{(#?)([A-Za-z.]+)}}");

  private final String name;
  private final String source;
  private final Texts texts;

  private Template(String name, String source, Texts texts) {
    this.name = name;
    this.source = source;
    this.texts = texts;
  }

  static Template named(String name, Texts texts) {
    try (InputStream in = Template.class.getResourceAsStream("/site/" + name + ".html")) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Template(name, source, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Html fill(Map<String, Object> values) {
    return new Html(
        HOLE.matcher(source)
            .replaceAll(
                hole -> Matcher.quoteReplacement(markup(hole.group(1), hole.group(2), values))));
  }

  private String markup(String kind, String key, Map<String, Object> values) {
    if (!kind.isEmpty()) {
      return Html.text(texts.get(key)).markup();
    }
    Object value =
        Optional.ofNullable(values.get(key))
            .orElseThrow(() -> new IllegalArgumentException(name + ".html: no value for " + key));
    return value instanceof Html html ? html.markup() : Html.text(value.toString()).markup();
  }
}
