package io.hearth.devhost.sal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A setting as the file has it: the four kinds of value that apps may keep.
 *
 * @param text for a string, else empty
 * @param list for a list, else empty
 * @param map for properties and maps, else empty
 */
record StoredValue(Kind kind, String text, List<String> list, Map<String, String> map) {

  enum Kind {
    STRING,
    LIST,
    PROPERTIES,
    MAP
  }

  static StoredValue of(Object value) {
    if (value instanceof String text) {
      return new StoredValue(Kind.STRING, text, List.of(), Map.of());
    }
    if (value instanceof List<?> list) {
      return new StoredValue(
          Kind.LIST, "", list.stream().map(StoredValue::text).toList(), Map.of());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> texts = new TreeMap<>();
      map.forEach((key, each) -> texts.put(text(key), text(each)));
      Kind kind = value instanceof Properties ? Kind.PROPERTIES : Kind.MAP;
      return new StoredValue(kind, "", List.of(), texts);
    }
    throw new IllegalArgumentException(
        "settings take strings, lists, properties and maps of strings, not "
            + value.getClass().getName());
  }

  private static String text(Object part) {
    if (part instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("settings take strings in lists and maps, not " + part);
  }

  Object value() {
    return switch (kind) {
      case STRING -> text;
      case LIST -> new ArrayList<>(list);
      case MAP -> new HashMap<>(map);
      case PROPERTIES -> {
        Properties properties = new Properties();
        map.forEach(properties::setProperty);
        yield properties;
      }
    };
  }
}
