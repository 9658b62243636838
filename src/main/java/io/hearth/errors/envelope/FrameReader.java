package io.hearth.errors.envelope;

import com.google.gson.stream.JsonReader;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Frame;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads one frame of a stack. */
final class FrameReader {

  private static final Pattern MODULE = Pattern.compile("[\\w.-]{1,200}:[\\w.-]{1,99}");

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
    boolean named = MODULE.matcher(module).matches();
    return new Frame(
        function.equals("?") ? "" : function,
        script.file(),
        named ? module : script.module(),
        (int) line,
        (int) column,
        inApp,
        named ? context : "");
  }
}
