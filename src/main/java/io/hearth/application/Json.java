package io.hearth.application;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads back redacted entries, which may be cut or broken: what is not as it should be is empty.
 */
final class Json {

  private Json() {}

  static Optional<JsonObject> object(Optional<String> text) {
    try {
      return text.map(JsonParser::parseString)
          .filter(JsonElement::isJsonObject)
          .map(JsonElement::getAsJsonObject);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  static List<JsonObject> objects(JsonObject json, String name) {
    JsonElement value = json.get(name);
    JsonArray all = value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    return StreamSupport.stream(all.spliterator(), false)
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  static long whole(JsonObject json, String name) {
    try {
      return Long.parseLong(text(json, name));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
