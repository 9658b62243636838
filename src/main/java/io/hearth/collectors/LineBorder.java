package io.hearth.collectors;

import java.io.BufferedInputStream;
import java.io.IOException;

/**
 * Moves a stream that begins in the middle of a file to the start of a line, so that no half line
 * is copied: its label could be in the half that was left behind, and a password without {@code
 * password=} before it is found by no rule.
 *
 * <p>The stream stands one unit (a byte; two in UTF-16) before the cut, so that a line border right
 * at the cut is seen. When no line ends within {@link #SEARCH} bytes, the next word serves, and
 * failing that the cut itself.
 */
final class LineBorder {

  static final int SEARCH = 64 * 1024;

  private LineBorder() {}

  static void seek(BufferedInputStream in, boolean utf16) throws IOException {
    int unit = utf16 ? 2 : 1;
    in.mark(SEARCH + unit + 1);
    byte[] ahead = in.readNBytes(SEARCH + unit);
    boolean more = in.read() >= 0;
    in.reset();
    in.skipNBytes(border(ahead, unit, more));
  }

  private static int border(byte[] ahead, int unit, boolean more) {
    for (int i = 0; i + unit <= ahead.length; i += unit) {
      boolean last = i + unit >= ahead.length && !more;
      if (isNewline(ahead, i, unit) && !last) {
        return i + unit;
      }
    }
    for (int i = 0; unit == 1 && i + 1 < ahead.length; i++) {
      if (isBlank(ahead[i]) && !isBlank(ahead[i + 1])) {
        return i + 1;
      }
    }
    return Math.min(unit, ahead.length);
  }

  /** NULs are the hole at the start of a log that was cut in place. */
  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == 0;
  }

  private static boolean isNewline(byte[] bytes, int at, int unit) {
    if (unit == 1) {
      return bytes[at] == '\n';
    }
    return (bytes[at] == 0 && bytes[at + 1] == '\n') || (bytes[at] == '\n' && bytes[at + 1] == 0);
  }
}
