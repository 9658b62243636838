package io.hearth.verify;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.hearth.verify.Fault.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a ZIP's own manifest says is in it; docs/manifest.schema.json describes it. */
final class Manifest {

  private record Listed(long size, String sha256) {}

  private static final int MAX_DEPTH = 10;

  private final Map<String, Listed> listed = new HashMap<>();

  private Manifest() {}

  /**
   * @throws IOException when it is no manifest of ours
   */
  static Manifest read(InputStream in) throws IOException {
    Manifest manifest = new Manifest();
    JsonReader json =
        new JsonReader(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    json.setNestingLimit(MAX_DEPTH);
    try {
      boolean ours = false;
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "format" -> ours = json.nextString().equals("hearth-support-zip");
          case "entries" -> manifest.entries(json);
          default -> json.skipValue();
        }
      }
      json.endObject();
      if (!ours) {
        throw new IOException("not the manifest of a Support ZIP");
      }
      return manifest;
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new IOException("the manifest is broken", e);
    }
  }

  private void entries(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      entry(json);
    }
    json.endArray();
  }

  private void entry(JsonReader json) throws IOException {
    String name = "";
    String state = "";
    String sha256 = "";
    long size = -1;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "state" -> state = json.nextString();
        case "sha256" -> sha256 = json.nextString();
        case "bytesAfter" -> size = json.nextLong();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (!state.equals("missing")) {
      listed.put(name, new Listed(size, sha256));
    }
  }

  /** What is wrong with an entry of the ZIP; it is struck off the list. */
  Optional<Kind> compare(String name, long size, String sha256) {
    Listed said = listed.remove(name);
    if (said == null) {
      return Optional.of(Kind.NOT_LISTED);
    }
    return said.size() == size && said.sha256().equals(sha256)
        ? Optional.empty()
        : Optional.of(Kind.CHANGED);
  }

  /** Names that no entry had. */
  List<String> left() {
    return listed.keySet().stream().sorted().toList();
  }
}
