package io.hearth.devhost.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One package of an {@code Import-Package} header. */
record Import(String name, boolean optional, Optional<String> version) {

  static Map<String, Import> parse(String header) {
    Map<String, Import> imports = new TreeMap<>();
    for (String clause : split(header, ',')) {
      List<String> parts = split(clause, ';').stream().map(String::strip).toList();
      boolean optional =
          parts.stream()
              .anyMatch(part -> part.replaceAll("[\\s\"]", "").equals("resolution:=optional"));
      Optional<String> version =
          parts.stream()
              .filter(part -> part.matches("version\\s*=.*"))
              .map(part -> part.replaceFirst("version\\s*=", "").replace("\"", "").strip())
              .findFirst();
      parts.stream()
          .filter(part -> !part.contains("="))
          .forEach(name -> imports.put(name, new Import(name, optional, version)));
    }
    return imports;
  }

  /** Commas and semicolons inside quotes, as in version ranges, do not separate. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }
}
