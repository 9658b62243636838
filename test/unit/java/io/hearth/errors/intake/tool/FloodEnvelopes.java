package io.hearth.errors.intake.tool;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Envelopes of those who mean harm: as large, as full and as unlike each other as is taken. */
final class FloodEnvelopes {

  private static final int LARGEST = (1 << 20) - 16;
  private static final String ESCAPE = "\\u0416";

  private FloodEnvelopes() {}

  /** What a flood sends, numbered. */
  @FunctionalInterface
  interface Kind {
    InputStream of(long number);
  }

  /** Ten events with as many and as long frames and crumbs as are kept, up to the largest body. */
  static byte[] full() {
    StringBuilder text = new StringBuilder("{}\n");
    for (int event = 0; event < 10; event++) {
      text.append("{\"type\":\"event\"}\n{\"exception\":{\"values\":[");
      int room = LARGEST / 10 * (event + 1) - 4000;
      for (int thrown = 0; thrown < 5; thrown++) {
        text.append(thrown == 0 ? "" : ",").append("{\"type\":\"E\",\"value\":\"");
        // One letter that is not Latin makes each character of a text take two bytes.
        text.append("Ж").append("v".repeat(1900)).append(event).append("\",\"stacktrace\":{");
        text.append("\"frames\":[");
        for (int frame = 0; frame < 50 && text.length() < room; frame++) {
          text.append(frame == 0 ? "" : ",").append("{\"function\":\"Ж").append("f".repeat(190));
          text.append("\",\"module\":\"a.b:c\",\"filename\":\"Ж").append("n".repeat(480));
          text.append("\",\"context_line\":\"Ж").append("c".repeat(390)).append("\"}");
        }
        text.append("]}}");
      }
      text.append("]}}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One text that fills the largest body; it is read whole before it is cut. */
  static byte[] longText() {
    String begin = "{}\n{\"type\":\"event\"}\n{\"message\":\"Ж";
    return (begin + "m".repeat(LARGEST - begin.length() - 8) + "\"}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same of escapes, which are told from letters only one by one. */
  static byte[] longEscapes() {
    String begin = "{}\n{\"type\":\"event\"}\n{\"message\":\"";
    int escapes = (LARGEST - begin.length() - 8) / ESCAPE.length();
    return (begin + ESCAPE.repeat(escapes) + "\"}\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** Each its own bug, app, release, feature and message: nothing that is kept comes twice. */
  static byte[] stranger(long number) {
    String own = String.format(Locale.ROOT, "%08x", number * 0x9E3779B9L & 0xffffffffL);
    String name = own.replaceAll("[0-9]", "q");
    return ("{}\n{\"type\":\"event\"}\n{\"tags\":{\"hearth.app\":\"app."
            + name
            + "\","
            + ("\"hearth.release\":\"1." + number + "\",\"hearth.feature\":\"f" + number + "\"},")
            + ("\"exception\":{\"values\":[{\"type\":\"E" + name + "\",\"value\":\"")
            + ("w" + name + " ").repeat(20)
            + "\",\"stacktrace\":{\"frames\":["
            + ("{\"function\":\"fun" + name + "\",\"module\":\"app." + name + ":x\",")
            + ("\"filename\":\"" + name + ".js\",\"lineno\":1,\"colno\":7}]}}]}}\n"))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
