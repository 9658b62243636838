package io.hearth.collectors;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Gives file names that can be unpacked anywhere, each once; Windows does not tell case apart. */
final class EntryNames {

  private final Set<String> taken = new HashSet<>();

  /** The name to use in the ZIP, or empty for a name that could steer whoever unpacks it. */
  Optional<String> claim(String name) {
    if (name.codePoints().anyMatch(EntryNames::isUnsafe) || hasDotSegment(name)) {
      return Optional.empty();
    }
    return Optional.of(unique(name.replaceAll("[:*?\"<>|]", "_")));
  }

  /** The name as a person may see it, for a list of what is not there. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (isUnsafe(c)) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private String unique(String name) {
    String candidate = name;
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = name + "~" + n;
    }
    return candidate;
  }

  private static boolean hasDotSegment(String name) {
    return ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./");
  }

  /** Also what turns text around on a screen, and halves of characters. */
  private static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c == '\\';
    };
  }
}
