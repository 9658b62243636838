package io.hearth.reports;

/**
 * What a person typed, as text that can be kept and shown: line ends are one character, and
 * characters that steer terminals, mail or the direction of writing are left out.
 */
final class CleanText {

  private CleanText() {}

  /** Of several lines; what is too long is cut and says so. */
  static String lines(String raw, int most) {
    return cut(cleaned(raw.replace("\r\n", "\n").replace('\r', '\n'), true).strip(), most);
  }

  /** Of one line: a line end becomes a space. */
  static String line(String raw, int most) {
    return cut(cleaned(raw, false).strip(), most);
  }

  private static String cleaned(String raw, boolean linesKept) {
    StringBuilder clean = new StringBuilder(Math.min(raw.length(), 1 << 16));
    raw.codePoints()
        .forEach(
            one -> {
              if (one == '\n' || one == '\t' || one == '\r') {
                clean.append(linesKept ? (char) one : ' ');
              } else if (Character.getType(one) == Character.SURROGATE) {
                clean.append('\uFFFD');
              } else if (!steers(one)) {
                clean.appendCodePoint(one);
              }
            });
    return clean.toString();
  }

  /** Control characters, and those that turn the direction of what follows (Unicode, UAX #9). */
  private static boolean steers(int one) {
    return Character.isISOControl(one)
        || one == 0x2028
        || one == 0x2029
        || (one >= 0x202A && one <= 0x202E)
        || (one >= 0x2066 && one <= 0x2069)
        || one == 0xFEFF;
  }

  private static String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int end = text.offsetByCodePoints(0, most);
    return text.substring(0, end) + " [… " + (length - most) + " more characters were cut]";
  }
}
