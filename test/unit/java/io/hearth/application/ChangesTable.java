package io.hearth.application;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.edits.Stretch;
import io.hearth.edits.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a change of a text or a ZIP gives; the browser is held to the same results. */
final class ChangesTable {

  private ChangesTable() {}

  static List<JsonObject> cases(String of) throws IOException {
    String text = Files.readString(Path.of("test/conformance/review/changes.json"));
    return objects(JsonParser.parseString(text).getAsJsonObject().getAsJsonArray(of));
  }

  static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  static List<String> strings(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
  }

  static Stretch stretch(JsonObject json) {
    return new Stretch(json.get("from").getAsLong(), json.get("to").getAsLong());
  }

  static Word word(JsonObject json) {
    return new Word(json.get("text").getAsString(), json.get("matchCase").getAsBoolean());
  }

  /** A text, repeated where the table says so, and what stands once before it. */
  static String text(JsonObject json) {
    int times = json.has("times") ? json.get("times").getAsInt() : 1;
    String lead = json.has("lead") ? json.get("lead").getAsString() : "";
    return lead + json.get("text").getAsString().repeat(times);
  }
}
