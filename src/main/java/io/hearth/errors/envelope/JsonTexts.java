package io.hearth.errors.envelope;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.hearth.errors.event.Bounds;
import java.io.IOException;

/** Values of a hostile JSON text: what has another type than expected reads as absent. */
final class JsonTexts {

  private JsonTexts() {}

  /** A text, cut; empty for anything else. Control characters become blanks. */
  static String text(JsonReader json, int most) throws IOException {
    if (json.peek() != JsonToken.STRING) {
      json.skipValue();
      return "";
    }
    String text = Bounds.cut(json.nextString(), most);
    return hasControl(text)
        ? text.codePoints()
            .map(c -> isControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  /** A plain loop: it looks at every text of every event. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\n' || c == 0x7f || c == 0x2028 || c == 0x2029;
  }

  /** A whole number from 0; 0 for anything else. */
  static long whole(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.NUMBER) {
      json.skipValue();
      return 0;
    }
    double number = json.nextDouble();
    return number >= 0 && number <= Integer.MAX_VALUE ? (long) number : 0;
  }

  /** True only where it stands. */
  static boolean flag(JsonReader json, boolean otherwise) throws IOException {
    if (json.peek() != JsonToken.BOOLEAN) {
      json.skipValue();
      return otherwise;
    }
    return json.nextBoolean();
  }
}
