package io.hearth.collectors;

import java.nio.charset.StandardCharsets;

/**
 * Tells text from binary by its first bytes.
 *
 * <p>NUL alone does not make a file binary: a log that is cut in place under a writer without
 * {@code O_APPEND} begins with a hole, which reads as NULs, and UTF-16 has them in every second
 * byte. Binary formats also have other control bytes, and many.
 */
final class TextSniff {

  static final int SAMPLE = 8192;
  private static final String HEAP_DUMP = "JAVA PROFILE ";

  private TextSniff() {}

  static boolean isBinary(byte[] sample) {
    if (startsWith(sample, HEAP_DUMP)) {
      return true;
    }
    if (isUtf16(sample)) {
      return false;
    }
    int controls = 0;
    int nuls = 0;
    for (byte b : sample) {
      if (b == 0) {
        nuls++;
      } else if (isControl(b)) {
        controls++;
      }
    }
    int written = sample.length - nuls;
    return nuls > 0 ? controls * 100 > written : controls * 10 > written;
  }

  /** A byte order mark of UTF-16 in either order. */
  static boolean isUtf16(byte[] sample) {
    return sample.length >= 2
        && ((sample[0] == (byte) 0xFE && sample[1] == (byte) 0xFF)
            || (sample[0] == (byte) 0xFF && sample[1] == (byte) 0xFE));
  }

  static boolean isGzip(byte[] sample) {
    return sample.length >= 2 && sample[0] == 0x1f && sample[1] == (byte) 0x8b;
  }

  /** Tab, line ends, form feed and escape (colours on a console) are at home in text. */
  private static boolean isControl(byte b) {
    return (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b)
        || b == 0x7f;
  }

  private static boolean startsWith(byte[] sample, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
    if (sample.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (sample[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
