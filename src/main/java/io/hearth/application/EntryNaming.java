package io.hearth.application;

import io.hearth.redaction.Redactor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names entries: redacted, in the item's folder, fit to be unpacked anywhere, each once. Redaction
 * can make two names equal, and it is not asked to keep a name safe, so both are seen to last.
 */
final class EntryNaming {

  private final Redactor redactor;
  private final Set<String> taken = new HashSet<>();

  EntryNaming(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The name under which the entry goes into the ZIP. */
  String claim(String item, String name) {
    String safe = shown(item, name);
    String candidate = safe;
    // Windows does not tell upper and lower case apart.
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = numbered(safe, n);
    }
    return candidate;
  }

  /** The name of something that is not in the ZIP, for the list of it. */
  String shown(String item, String name) {
    String path = name.equals(item) || name.startsWith(item + "/") ? name : item + "/" + name;
    StringBuilder safe = new StringBuilder();
    for (String segment : redactor.redactText(path).split("[/\\\\]+")) {
      if (!segment.isEmpty()) {
        safe.append(safe.length() == 0 ? "" : "/").append(safeSegment(segment));
      }
    }
    return safe.toString();
  }

  private static String safeSegment(String segment) {
    String safe = segment.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029:*?\"<>|]", "_");
    return safe.matches("\\.+") ? "_" : safe;
  }

  private static String numbered(String name, int n) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1
        ? name.substring(0, dot) + "~" + n + name.substring(dot)
        : name + "~" + n;
  }
}
