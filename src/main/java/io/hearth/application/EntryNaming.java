package io.hearth.application;

import io.hearth.redaction.Redactor;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names entries: redacted, in the item's folder, fit to be unpacked anywhere, each once. Redaction
 * can make two names equal, and it is not asked to keep a name safe, so both are seen to last.
 */
final class EntryNaming {

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\\\:*?\"<>|]");
  private static final Pattern ENDING = Pattern.compile("[. ]+$");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|(com|lpt)\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  private final Redactor redactor;
  private final Set<String> taken = new HashSet<>();

  EntryNaming(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The name under which the entry goes into the ZIP. */
  String claim(String item, String name) {
    String safe = safe(path(item, name));
    String candidate = safe;
    // Windows does not tell upper and lower case apart.
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = numbered(safe, n);
    }
    return candidate;
  }

  /** The name of something that is not in the ZIP, for the list of it; nobody unpacks it. */
  String shown(String item, String name) {
    return INVISIBLE.matcher(path(item, name)).replaceAll("_");
  }

  private String path(String item, String name) {
    boolean inFolder = name.equals(item) || name.startsWith(item + "/");
    return redactor.redactText(inFolder ? name : item + "/" + name);
  }

  private static String safe(String path) {
    StringBuilder safe = new StringBuilder();
    for (String segment : path.split("/+")) {
      if (!segment.isEmpty()) {
        safe.append(safe.length() == 0 ? "" : "/").append(safeSegment(segment));
      }
    }
    return safe.toString();
  }

  /**
   * Windows drops dots and blanks at an end and takes device names for devices, whatever follows.
   */
  private static String safeSegment(String segment) {
    String safe = ODD.matcher(segment).replaceAll("_");
    String ending = ENDING.matcher(safe).replaceFirst("_");
    return DEVICE.matcher(ending).matches() ? "_" + ending : ending;
  }

  private static String numbered(String name, int n) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1
        ? name.substring(0, dot) + "~" + n + name.substring(dot)
        : name + "~" + n;
  }
}
