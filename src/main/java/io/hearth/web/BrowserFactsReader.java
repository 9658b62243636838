package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads what a page tells about its browser. The names are the page's to choose, so only their
 * shape, number and size are bounded.
 */
final class BrowserFactsReader {

  private static final int MAX_FACTS = 40;
  private static final int MAX_TEXT = 1000;
  private static final int MAX_MEMBERS = 20;
  private static final int MAX_MEMBER = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");

  private BrowserFactsReader() {}

  static Map<String, String> read(Fields fields) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (fields.names().size() > MAX_FACTS) {
      fields.wrong("*", "count", MAX_FACTS);
      return facts;
    }
    for (String name : fields.names()) {
      if (!NAME.matcher(name).matches()) {
        fields.wrong(name, "unknown");
      } else {
        fact(fields, name).ifPresent(text -> facts.put(name, text));
      }
    }
    return facts;
  }

  private static Optional<String> fact(Fields fields, String name) {
    JsonElement value = fields.raw(name).orElseThrow();
    Optional<String> text =
        value.isJsonArray()
            ? list(fields, name, value)
            : Optional.of(value)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsJsonPrimitive)
                .map(JsonPrimitive::getAsString);
    if (text.isEmpty()) {
      fields.wrong(name, "browser");
    } else if (text.get().length() > MAX_TEXT && !value.isJsonArray()) {
      fields.wrong(name, "length", MAX_TEXT);
    }
    return text;
  }

  private static Optional<String> list(Fields fields, String name, JsonElement value) {
    if (value.getAsJsonArray().size() > MAX_MEMBERS) {
      fields.wrong(name, "count", MAX_MEMBERS);
      return Optional.of("");
    }
    boolean texts = true;
    for (JsonElement member : value.getAsJsonArray()) {
      Optional<String> text = Fields.textOf(member);
      texts &= text.isPresent();
      if (text.filter(one -> one.length() > MAX_MEMBER).isPresent()) {
        fields.wrong(name, "length", MAX_MEMBER);
      }
    }
    return texts
        ? Optional.of(
            StreamSupport.stream(value.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }
}
