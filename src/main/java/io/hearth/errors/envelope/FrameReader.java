package io.hearth.errors.envelope;

import com.google.gson.stream.JsonReader;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Frame;
import java.io.IOException;

/** Reads one frame of a stack. */
final class FrameReader {

  private static final int KEY = 200;
  private static final int MODULE_KEY = 99;

  private FrameReader() {}

  static Frame read(JsonReader json) throws IOException {
    String function = "";
    String file = "";
    String path = "";
    String module = "";
    String context = "";
    long line = 0;
    long column = 0;
    boolean inApp = true;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "function" -> function = JsonTexts.text(json, Bounds.FUNCTION);
        case "filename" -> file = JsonTexts.text(json, 4 * Bounds.FILE);
        case "abs_path" -> path = JsonTexts.text(json, 4 * Bounds.FILE);
        case "module" -> module = JsonTexts.text(json, Bounds.MODULE);
        case "context_line" -> context = JsonTexts.text(json, Bounds.CONTEXT);
        case "lineno" -> line = JsonTexts.whole(json);
        case "colno" -> column = JsonTexts.whole(json);
        case "in_app" -> inApp = JsonTexts.flag(json, true);
        default -> json.skipValue();
      }
    }
    json.endObject();
    Scripts script = Scripts.of(file.isEmpty() ? path : file);
    boolean named = isModule(module);
    return new Frame(
        function.equals("?") ? "" : function,
        script.file(),
        named ? module : script.module(),
        (int) line,
        (int) column,
        inApp,
        named ? context : "");
  }

  /** The key of an app and of one of its modules; a plain loop, as every frame comes here. */
  private static boolean isModule(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon > KEY || colon == text.length() - 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (i != colon && !isKeySign(text.charAt(i))) {
        return false;
      }
    }
    return text.length() - colon - 1 <= MODULE_KEY;
  }

  private static boolean isKeySign(char c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return letter || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
  }
}
