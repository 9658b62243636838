package io.hearth.application.audit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.hearth.store.PrivateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a node's audit trail as they lie in its files. */
final class AuditLines {

  /** A larger one is another program's and is not read. */
  private static final long LARGEST = 4 * AuditTrail.FULL;

  private AuditLines() {}

  /** Names of a node's files, the newest first. */
  static List<String> files() {
    List<String> files = new ArrayList<>(List.of(AuditTrail.FILE));
    for (int n = 1; n <= AuditTrail.KEPT; n++) {
      files.add(AuditTrail.old(n));
    }
    return files;
  }

  /** What was written last comes last; bytes that are no UTF-8 are shown as such. */
  static List<String> read(PrivateFolder node, String file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    if (node.size(file) > LARGEST) {
      return List.of();
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(node.open(file), decoder))) {
      return lines.lines().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /** Empty for half a line. */
  static Optional<AuditEntry> parse(String node, String line) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      return Optional.of(
          new AuditEntry(
              Instant.parse(text(json, "at")),
              node,
              text(json, "who"),
              text(json, "key"),
              text(json, "did"),
              rest(json)));
    } catch (JsonParseException | IllegalStateException | DateTimeException broken) {
      return Optional.empty();
    }
  }

  private static String text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static JsonObject rest(JsonObject json) {
    JsonObject rest = json.deepCopy();
    List.of("at", "who", "key", "did").forEach(rest::remove);
    return rest;
  }

  /** Drops lines of a file and tells how many; a file without lines goes. */
  static long drop(PrivateFolder node, String file, Predicate<AuditEntry> which)
      throws IOException {
    List<String> all = read(node, file);
    List<String> kept =
        all.stream().filter(line -> parse("", line).filter(which.negate()).isPresent()).toList();
    if (kept.isEmpty()) {
      node.delete(file);
    } else if (kept.size() < all.size()) {
      node.write(file, String.join("\n", kept) + "\n");
    }
    return all.size() - kept.size();
  }
}
