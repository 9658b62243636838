package io.hearth.errors.grouping;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Takes out of a message what is another each time: addresses, ids, numbers, quoted text, dates. In
 * this order, since a date is made of numbers and an address of anything. RE2 patterns, so that no
 * message takes long.
 */
final class Parameters {

  private record Kind(String stands, Pattern pattern) {}

  private static final int LONGEST = 600;

  /** In front of a number that stays: a letter, so that no pattern takes it for a number. */
  private static final String KEPT = "n";

  private static final List<Kind> KINDS =
      List.of(
          // The number of an error of React names its kind.
          kind("React error " + KEPT + "$1", "React error #(\\d+)"),
          kind("<mail>", "[\\w.+%-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          kind(
              "<url>",
              "\\b(?:https?|wss?|ftp|file|blob|data|webpack|chrome-extension):[^\\s'\"<>)]+"),
          kind(
              "<id>",
              "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b"),
          kind(
              "<date>",
              "\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b"),
          kind(
              "<date>",
              "\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:\\w{3} \\d{1,2}|\\d{1,2} \\w{3}) \\d{4}(?: [\\d:]+)?(?: GMT)?(?:[+-]\\d{4})?"),
          kind("<date>", "\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b"),
          kind("<time>", "\\b\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AaPp][Mm])?\\b"),
          kind("<ip>", "\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?::\\d+)?\\b"),
          kind("<text>", "\"[^\"\\n]{1,200}\"|“[^”\\n]{1,200}”|`[^`\\n]{1,200}`"),
          kind("$1<text>$2", "(^|[\\s(=:,\\[])'[^'\\n]{1,200}'($|[\\s).,:;\\]])"),
          kind("<path>", "(?:/[\\w.~%-]+){2,}/?"),
          kind("<key>", "\\b[A-Z][A-Z0-9_]{1,9}-\\d+\\b"),
          kind("<hex>", "\\b0x[0-9a-fA-F]+\\b"),
          kind("<hex>", "\\b(?:[0-9]+[a-f]|[a-f]+[0-9])[0-9a-f]{6,}\\b"),
          kind("<num>", "-?\\b\\d+(?:[.,]\\d+)*(?:ms|s|px|%|KB|MB|GB)?\\b"));

  private Parameters() {}

  private static Kind kind(String stands, String pattern) {
    return new Kind(stands, Pattern.compile(pattern));
  }

  static String takenOut(String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    for (Kind kind : KINDS) {
      text = kind.pattern().matcher(text).replaceAll(kind.stands());
    }
    return text.replace("React error " + KEPT, "React error #").strip().replaceAll("\\s+", " ");
  }
}
