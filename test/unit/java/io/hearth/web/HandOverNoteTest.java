package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.Texts;
import io.hearth.handover.Parts;
import io.hearth.handover.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the server to the same names, sizes and notes as the browser; see seal.test.ts. */
class HandOverNoteTest {

  private static final Path CASES = Path.of("test/conformance/hand-over/cases.json");

  @Test
  void namesSizesAndNoteAreThoseOfTheBrowser() throws IOException {
    for (JsonElement each : JsonParser.parseString(Files.readString(CASES)).getAsJsonArray()) {
      JsonObject one = each.getAsJsonObject();
      Parts parts = parts(one);
      JsonArray files = new JsonArray();
      for (int n = 1; n <= parts.count(); n++) {
        JsonObject file = new JsonObject();
        file.addProperty("name", parts.name(n));
        file.addProperty("bytes", parts.length(n));
        files.add(file);
      }
      assertEquals(one.get("files").toString(), files.toString());
      StringBuilder note = new StringBuilder();
      one.getAsJsonArray("note").forEach(line -> note.append(line.getAsString()).append("\r\n"));
      String sha256 = one.get("sha256").getAsString();
      assertEquals(note.toString(), HandOverNote.of(parts, sha256, Texts.in(Locale.ENGLISH)));
    }
  }

  private static Parts parts(JsonObject one) {
    String file = one.get("file").getAsString();
    long bytes = one.get("bytes").getAsLong();
    Optional<Recipient> to =
        one.has("to")
            ? Optional.of(Recipient.of(one.get("to").getAsString()).orElseThrow())
            : Optional.empty();
    return one.has("limit")
        ? Parts.of(file, bytes, one.get("limit").getAsLong(), to)
        : Parts.whole(file, bytes, to);
  }
}
