package io.hearth.application;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Copies a manifest entry by entry, and tells in it what a person took out; docs/manifest.md
 * describes {@code changes}. The browser writes the same by {@code
 * frontend/review/change/manifest-change.ts}: test/conformance/review/changes.json holds both to
 * one result.
 */
final class ChangedManifest {

  private static final Gson GSON = new Gson();
  private static final int VERSION = 1;
  private static final int MAX_DEPTH = 20;

  private final List<String> removed;
  private final Set<String> lookedUp;
  private final Map<String, ChangedEntry> edited = new LinkedHashMap<>();
  private final Optional<String> by;
  private final Instant at;
  private final Texts texts;

  ChangedManifest(
      List<String> removed,
      List<ChangedEntry> edited,
      Optional<String> by,
      Instant at,
      Texts texts) {
    this.removed = removed;
    this.lookedUp = new HashSet<>(removed);
    edited.forEach(entry -> this.edited.put(entry.name(), entry));
    this.by = by;
    this.at = at;
    this.texts = texts;
  }

  /**
   * @throws IOException also when it is none of a version that is known here
   */
  void copy(InputStream in, OutputStream out) throws IOException {
    JsonReader from =
        new JsonReader(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    from.setNestingLimit(MAX_DEPTH);
    Writer buffered = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    JsonWriter to = new JsonWriter(buffered);
    to.setIndent("  ");
    try {
      members(from, to);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      throw new IOException("the manifest is broken", e);
    }
    to.flush();
    buffered.write('\n');
    buffered.flush();
  }

  private void members(JsonReader from, JsonWriter to) throws IOException {
    JsonArray changes = new JsonArray();
    boolean known = false;
    from.beginObject();
    to.beginObject();
    while (from.hasNext()) {
      String name = from.nextName();
      if (name.equals("changes")) {
        changes = JsonParser.parseReader(from).getAsJsonArray();
      } else if (name.equals("entries")) {
        to.name(name);
        entries(from, to);
      } else {
        JsonElement value = JsonParser.parseReader(from);
        known |= name.equals("formatVersion") && value.getAsInt() == VERSION;
        to.name(name);
        GSON.toJson(value, to);
      }
    }
    from.endObject();
    if (!known) {
      throw new IOException("the manifest is of another version");
    }
    changes.add(change());
    to.name("changes");
    GSON.toJson(changes, to);
    to.endObject();
  }

  private void entries(JsonReader from, JsonWriter to) throws IOException {
    from.beginArray();
    to.beginArray();
    while (from.hasNext()) {
      JsonObject entry = JsonParser.parseReader(from).getAsJsonObject();
      String name = Json.text(entry, "name");
      if (edited.containsKey(name)) {
        edit(entry, edited.get(name));
      }
      GSON.toJson(lookedUp.contains(name) ? withoutContent(entry) : entry, to);
    }
    from.endArray();
    to.endArray();
  }

  /** Where it was read from goes with it. */
  private JsonObject withoutContent(JsonObject entry) {
    JsonObject rest = new JsonObject();
    rest.add("name", entry.get("name"));
    if (entry.has("item")) {
      rest.add("item", entry.get("item"));
    }
    rest.addProperty("state", "missing");
    rest.addProperty("reason", Reason.TAKEN_OUT.id());
    rest.addProperty("text", Reason.TAKEN_OUT.text(texts));
    return rest;
  }

  /** What was cut before stays cut for that reason; the list of changes tells the other. */
  private void edit(JsonObject entry, ChangedEntry change) {
    entry.addProperty("bytesAfter", change.packed().size());
    entry.addProperty("bytesPacked", change.packed().compressedSize());
    entry.addProperty("sha256", change.packed().sha256());
    if (Json.text(entry, "state").equals("whole")) {
      entry.addProperty("state", "cut");
      entry.addProperty("reason", Reason.TAKEN_OUT.id());
      entry.addProperty("text", texts.text("zip.changed.cut"));
    }
  }

  private JsonObject change() {
    JsonObject change = new JsonObject();
    change.addProperty("at", at.toString());
    by.ifPresent(name -> change.addProperty("by", name));
    change.addProperty("way", "server");
    JsonArray names = new JsonArray();
    removed.forEach(names::add);
    change.add("removed", names);
    JsonArray edits = new JsonArray();
    edited.values().forEach(entry -> edits.add(edit(entry)));
    change.add("edited", edits);
    change.add("added", new JsonArray());
    JsonObject check = new JsonObject();
    check.addProperty("entries", edited.size());
    check.addProperty("found", edited.values().stream().mapToLong(ChangedEntry::found).sum());
    change.add("check", check);
    return change;
  }

  private static JsonObject edit(ChangedEntry entry) {
    JsonObject edit = new JsonObject();
    edit.addProperty("name", entry.name());
    edit.addProperty("lines", entry.lines());
    edit.addProperty("words", entry.words());
    return edit;
  }
}
