package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.edits.Edit;
import io.hearth.edits.EditedText;
import io.hearth.edits.SecondLook;
import io.hearth.edits.Stretch;
import io.hearth.edits.Word;
import io.hearth.edits.Words;
import io.hearth.store.Sha256;
import io.hearth.zip.DamagedEntry;
import io.hearth.zip.EntryStream;
import io.hearth.zip.FinishedZip;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ChangedZipTest {

  private static final Instant BEFORE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> textsAreEditedAsInTheBrowser() throws IOException {
    return ChangesTable.cases("texts").stream()
        .map(one -> DynamicTest.dynamicTest(one.get("name").getAsString(), () -> edits(one)))
        .toList();
  }

  private static void edits(JsonObject one) throws IOException {
    byte[] text = one.get("text").getAsString().getBytes(StandardCharsets.UTF_8);
    List<Stretch> lines =
        ChangesTable.objects(one.getAsJsonArray("lines")).stream()
            .map(ChangesTable::stretch)
            .toList();
    List<Word> words =
        ChangesTable.objects(one.getAsJsonArray("words")).stream().map(ChangesTable::word).toList();
    for (int step = 1; step <= text.length; step++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      EditedText edited = new EditedText(lines, new Words(words), out);
      for (int at = 0; at < text.length; at += step) {
        edited.write(text, at, Math.min(step, text.length - at));
      }
      edited.end();
      assertEquals(one.get("after").getAsString(), out.toString(StandardCharsets.UTF_8));
      assertEquals(one.get("takenLines").getAsLong(), edited.lines());
      assertEquals(one.get("takenWords").getAsLong(), edited.words());
    }
  }

  @TestFactory
  List<DynamicTest> theSecondLookFindsWhatTheBrowserFinds() throws IOException {
    return ChangesTable.cases("looks").stream()
        .map(one -> DynamicTest.dynamicTest(one.get("text").getAsString(), () -> looks(one)))
        .toList();
  }

  private static void looks(JsonObject one) {
    byte[] text = one.get("text").getAsString().getBytes(StandardCharsets.UTF_8);
    long expected =
        one.getAsJsonObject("found").asMap().values().stream().mapToLong(n -> n.getAsLong()).sum();
    for (int step : List.of(1, 2, 7, text.length)) {
      SecondLook look = new SecondLook();
      for (int at = 0; at < text.length; at += step) {
        look.write(text, at, Math.min(step, text.length - at));
      }
      assertEquals(expected, look.end());
    }
  }

  @TestFactory
  List<DynamicTest> zipsAreChangedAsInTheBrowser() throws IOException {
    return ChangesTable.cases("zips").stream()
        .map(one -> DynamicTest.dynamicTest(one.get("name").getAsString(), () -> changes(one)))
        .toList();
  }

  private void changes(JsonObject one) throws IOException {
    JsonArray entries = new JsonArray();
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonObject entry : ChangesTable.objects(one.getAsJsonArray("entries"))) {
      String name = entry.get("name").getAsString();
      texts.put(name, ChangesTable.text(entry));
      JsonObject told = told(name, ChangesTable.text(entry));
      if (entry.has("facts")) {
        entry.getAsJsonObject("facts").asMap().forEach(told::add);
      }
      entries.add(told);
    }
    Path changed = changed(zip(texts, entries), change(one));

    JsonObject manifest = manifest(changed);
    JsonObject expected = one.getAsJsonObject("changes").deepCopy();
    expected.addProperty("at", NOW.toString());
    expected.addProperty("way", "server");
    assertEquals(expected, manifest.getAsJsonArray("changes").get(0));
    Map<String, JsonObject> after = new HashMap<>();
    ChangesTable.objects(manifest.getAsJsonArray("entries"))
        .forEach(entry -> after.put(entry.get("name").getAsString(), entry));
    for (JsonObject entry : ChangesTable.objects(one.getAsJsonArray("after"))) {
      JsonObject told = after.get(entry.get("name").getAsString());
      assertEquals(entry.get("state"), told.get("state"));
      assertEquals(entry.get("reason"), told.get("reason"));
      if (entry.has("text")) {
        String text = ChangesTable.text(entry);
        assertEquals(text, text(changed, entry));
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(bytes, told.get("bytesAfter").getAsLong());
        assertEquals(Sha256.of(text), told.get("sha256").getAsString());
      } else {
        assertFalse(told.has("sha256"));
      }
    }
  }

  private static ZipChange change(JsonObject one) {
    Map<String, List<Stretch>> lines = new HashMap<>();
    for (JsonObject line : ChangesTable.objects(one.getAsJsonArray("lines"))) {
      lines
          .computeIfAbsent(line.get("entry").getAsString(), name -> new ArrayList<>())
          .add(ChangesTable.stretch(line));
    }
    Map<String, List<Word>> words = new HashMap<>();
    for (JsonObject word : ChangesTable.objects(one.getAsJsonArray("words"))) {
      for (String name : ChangesTable.strings(word.getAsJsonArray("entries"))) {
        words.computeIfAbsent(name, any -> new ArrayList<>()).add(ChangesTable.word(word));
      }
    }
    Map<String, Edit> edits = new HashMap<>();
    lines.forEach((name, some) -> edits.put(name, new Edit(some, List.of())));
    words.forEach(
        (name, some) -> edits.put(name, new Edit(lines.getOrDefault(name, List.of()), some)));
    return new ZipChange(
        Set.copyOf(ChangesTable.strings(one.getAsJsonArray("removed"))),
        edits,
        false,
        Optional.of(one.get("by").getAsString()).filter(by -> !by.isEmpty()));
  }

  private static JsonObject told(String name, String text) {
    JsonObject told = new JsonObject();
    told.addProperty("name", name);
    told.addProperty("item", "product-logs");
    told.addProperty("state", "whole");
    told.addProperty("bytesAfter", text.getBytes(StandardCharsets.UTF_8).length);
    told.addProperty("bytesPacked", 1);
    told.addProperty("sha256", Sha256.of(text));
    return told;
  }

  private Path zip(Map<String, String> texts, JsonArray entries) throws IOException {
    JsonObject manifest = new JsonObject();
    manifest.addProperty("formatVersion", 1);
    manifest.add("entries", entries);
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.put("manifest.json", manifest.toString());
    all.put("index.html", "<p>geheim</p>");
    Path file = folder.resolve("source.zip");
    try (OutputStream out = Files.newOutputStream(file);
        StreamingZip zip = new StreamingZip(out, new ZipOptions(1, 1, Thread.NORM_PRIORITY))) {
      for (Map.Entry<String, String> one : all.entrySet()) {
        try (EntryStream entry = zip.entry(one.getKey(), BEFORE, 0)) {
          entry.write(one.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return file;
  }

  private Path changed(Path source, ZipChange change) throws IOException {
    Path file = folder.resolve("changed.zip");
    ChangedZip changed = changed(change);
    try (OutputStream out = Files.newOutputStream(file);
        FinishedZip zip = FinishedZip.open(source)) {
      ChangedZip.Written written = changed.write(zip, out);
      assertEquals(Sha256.of(file), written.sha256());
    }
    Progress.Snapshot progress = changed.progress();
    assertEquals(progress.filesTotal(), progress.filesDone());
    assertEquals(Files.size(file), progress.zipBytes());
    return file;
  }

  private static ChangedZip changed(ZipChange change) {
    return new ChangedZip(change, Clock.fixed(NOW, ZoneOffset.UTC), Texts.in(Locale.ENGLISH));
  }

  private static String text(Path file, JsonObject entry) throws IOException {
    return text(file, entry.get("name").getAsString());
  }

  private static String text(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonObject manifest(Path file) throws IOException {
    return JsonParser.parseString(text(file, "manifest.json")).getAsJsonObject();
  }

  private static ZipChange word(String word, boolean keepInsight, String... entries) {
    Map<String, Edit> edits = new HashMap<>();
    for (String entry : entries) {
      edits.put(entry, new Edit(List.of(), List.of(new Word(word, false))));
    }
    return new ZipChange(Set.of(), edits, keepInsight, Optional.empty());
  }

  @Test
  void whatRepeatsOtherEntriesGoesUnlessItIsToStay() throws IOException {
    Path source = zip(Map.of("a.log", "geheim", "insight.json", "geheim"), new JsonArray());
    Path without = changed(source, word("geheim", false, "a.log"));
    try (ZipFile zip = new ZipFile(without.toFile())) {
      assertEquals(3, zip.size());
      assertEquals(BEFORE, zip.getEntry("a.log").getLastModifiedTime().toInstant());
    }
    String page = text(without, "index.html");
    assertTrue(page.contains("Without some lines or words (1)"), page);
    assertFalse(page.contains("geheim"), page);
    assertEquals("geheim", text(changed(source, word("geheim", true, "a.log")), "insight.json"));
  }

  @Test
  void aWordShowsNowhere() {
    assertFalse(word("geheim", false, "a.log").toString().contains("geheim"));
  }

  @Test
  void anEntryThatIsNotWhatWasPackedIsTold() throws IOException {
    String text = "It is well known that a secret is kept by one only.\n".repeat(50);
    Path source = zip(Map.of("a.log", text), new JsonArray());
    byte[] bytes = Files.readAllBytes(source);
    for (int at = 50; at < 90; at++) {
      byte[] broken = bytes.clone();
      broken[at] ^= 0x11;
      Files.write(source, broken);
      try (FinishedZip zip = FinishedZip.open(source)) {
        assertThrows(
            DamagedEntry.class,
            () ->
                changed(word("secret", false, "a.log"))
                    .write(zip, OutputStream.nullOutputStream()));
      }
    }
  }
}
