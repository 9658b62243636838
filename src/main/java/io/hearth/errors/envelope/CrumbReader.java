package io.hearth.errors.envelope;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Crumb;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Reads one breadcrumb. Of a call it keeps method, path and status; of an element its kind without
 * attributes, which hold what people wrote.
 */
final class CrumbReader {

  private static final Pattern ATTRIBUTES = Pattern.compile("\\[[^\\]]*(?:\\]|$)");
  private static final int CATEGORY = 60;
  private static final int LEVEL = 20;

  private record Call(String method, String path, long status) {
    @Override
    public String toString() {
      return (method + " " + path + (status > 0 ? " " + status : "")).strip();
    }
  }

  private CrumbReader() {}

  static Crumb read(JsonReader json) throws IOException {
    Instant time = Instant.EPOCH;
    String category = "";
    String message = "";
    String level = "";
    Call call = new Call("", "", 0);
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "timestamp" -> time = time(json);
        case "category" -> category = JsonTexts.text(json, CATEGORY);
        case "message" -> message = JsonTexts.text(json, Bounds.CRUMB_MESSAGE);
        case "level" -> level = JsonTexts.text(json, LEVEL);
        case "data" -> call = call(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    String text = call.path().isEmpty() ? message : call.toString();
    if (category.startsWith("ui.")) {
      text = ATTRIBUTES.matcher(text).replaceAll("");
    }
    return new Crumb(time, category, Bounds.cut(text, Bounds.CRUMB_MESSAGE), level);
  }

  /** Seconds since 1970, or an ISO date. */
  private static Instant time(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NUMBER) {
      double seconds = json.nextDouble();
      boolean possible = seconds > 0 && seconds < 4e9;
      return possible ? Instant.ofEpochMilli((long) (seconds * 1000)) : Instant.EPOCH;
    }
    try {
      return Instant.parse(JsonTexts.text(json, 40));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static Call call(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return new Call("", "", 0);
    }
    String method = "";
    String path = "";
    long status = 0;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "method" -> method = JsonTexts.text(json, 10);
        case "url" -> path = Scripts.of(JsonTexts.text(json, 4 * Bounds.FILE)).file();
        case "status_code" -> status = JsonTexts.whole(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Call(method, path, status);
  }
}
