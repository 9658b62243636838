package io.hearth.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One JSON object by RFC 8259, nested no deeper than any request of ours needs. */
final class StrictJson {

  static final int MAX_DEPTH = 8;

  /** Gson tells the place of a mistake in its message only. */
  private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

  private StrictJson() {}

  static JsonObject object(String text) throws Refusal {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(MAX_DEPTH);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Refusal(Problem.malformed("object"));
      }
      if (!element.isJsonObject()) {
        throw new Refusal(Problem.malformed("object"));
      }
      return element.getAsJsonObject();
    } catch (JsonParseException | IOException e) {
      throw new Refusal(mistake(String.valueOf(e.getMessage())));
    }
  }

  private static Problem mistake(String message) {
    if (message.contains("Nesting limit")) {
      return Problem.malformed("depth", MAX_DEPTH);
    }
    Matcher place = PLACE.matcher(message);
    return place.find()
        ? Problem.malformed("syntax", place.group(1), place.group(2))
        : Problem.malformed("object");
  }
}
