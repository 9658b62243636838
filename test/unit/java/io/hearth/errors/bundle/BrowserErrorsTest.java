package io.hearth.errors.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Scope;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.Level;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.Scrubbed;
import io.hearth.errors.store.StoreBounds;
import io.hearth.errors.triage.Board;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.store.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserErrorsTest {

  @TempDir Path home;
  private final MovedClock clock = new MovedClock();

  /** Twelve groups; the n-th failed n times, all on a node of its own. */
  private void happened() {
    PrivateFolder nodes = PrivateFolder.nodesIn(home);
    for (int n = 1; n <= 12; n++) {
      String node = "node" + n % 2;
      Decisions decisions = new Decisions(nodes, node, clock);
      try (ErrorStore store =
          new ErrorStore(
              nodes, node, "11.0.0", clock, StoreBounds.DEFAULT, decisions, line -> {})) {
        for (int times = 0; times < n; times++) {
          record(store, n);
        }
      }
    }
  }

  private void record(ErrorStore store, int n) {
    Grouped head =
        new Grouped(
            new GroupId("%016x".formatted(n)), 1, "Error", "number " + n + "\n<b>", "f in a.js");
    ErrorEvent event =
        new ErrorEvent(
            "%032x".formatted(n),
            clock.instant(),
            "com.acme.app",
            "1.0",
            "",
            Level.ERROR,
            List.of(),
            "m",
            List.of(),
            List.of(),
            new Browser("Firefox 140", "Linux"));
    Scrubbed scrubbed =
        new Scrubbed() {
          @Override
          public Grouped head() {
            return head;
          }

          @Override
          public ErrorEvent sample() {
            return event;
          }
        };
    store.record(head, event, OptionalLong.empty(), scrubbed);
  }

  private Map<String, String> written(BrowserErrors errors) throws IOException {
    Scope scope =
        new Scope(new TestProduct(home), clock, Optional.empty(), Long.MAX_VALUE, Map.of(), false);
    Map<String, String> texts = new HashMap<>();
    for (Entry entry : errors.entries(scope)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ((Entry.Made) entry).content().write(out);
      texts.put(entry.name(), out.toString(StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void allNodesAreToldAsOneWhetherTheProductRunsOrNot() throws IOException {
    happened();
    Map<String, String> offline = written(BrowserErrors.offline());
    JsonObject summary = json(offline.get("summary.json"));
    assertEquals(12, summary.get("groups").getAsLong());
    assertEquals(12, summary.get("open").getAsLong());
    assertEquals(78, summary.get("errors").getAsLong());
    assertEquals(10, summary.getAsJsonArray("top").size());
    JsonObject first = summary.getAsJsonArray("top").get(0).getAsJsonObject();
    assertEquals("number 12\n<b>", first.get("title").getAsString());
    assertEquals(12, first.get("total").getAsLong());

    String[] lines = offline.get("groups.jsonl").split("\n");
    assertEquals(12, lines.length);
    assertEquals("{\"Firefox 140\":1}", json(lines[0]).get("browsers").toString());
    assertTrue(json(lines[0]).getAsJsonObject("days").has("2026-03-01"));

    PrivateFolder nodes = PrivateFolder.nodesIn(home);
    Decisions decisions = new Decisions(nodes, "node1", clock);
    ErrorArchive archive = new ErrorArchive(nodes, Optional.empty(), decisions, clock);
    Board board = new Board(archive.view(), clock.instant());
    assertEquals(offline, written(BrowserErrors.inProduct(() -> board)));
  }

  @Test
  void anInstanceWithoutErrorsIsLeftAsItIs() throws IOException {
    Map<String, String> nothing = written(BrowserErrors.offline());
    assertEquals(0, json(nothing.get("summary.json")).get("groups").getAsLong());
    assertEquals("", nothing.get("groups.jsonl"));
    assertTrue(Files.notExists(home.resolve("hearth")), "nothing is made by looking");
  }
}
