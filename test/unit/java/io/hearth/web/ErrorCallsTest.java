package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.errors.intake.Post;
import io.hearth.host.InstalledApp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCallsTest {

  private static final String APP = "com.acme.app";
  static final String SETTINGS =
      "{\"watch\":\"all-apps\",\"apps\":[],\"noiseKept\":[],\"filters\":[],"
          + "\"retentionDays\":90,\"logNew\":false}";

  @TempDir Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new RedactionInstance(home);
    instance.installed.add(new InstalledApp(APP, "Acme", "1.0", "Acme", "enabled", false));
    assertEquals(200, instance.put("/errors/settings", SETTINGS).status());
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private void happens(String value, String function, String release) throws IOException {
    instance.time.now = instance.time.now.plus(Duration.ofMinutes(1));
    happens(instance, value, function, release);
  }

  static void happens(RedactionInstance instance, String value, String function, String release)
      throws IOException {
    String event =
        """
        {}
        {"type":"event"}
        {"tags":{"hearth.app":"%s","hearth.release":"%s"},"exception":{"values":[{"type":"Error",\
        "value":"%s","stacktrace":{"frames":[{"function":"%s","filename":"js/app.js",\
        "module":"com.acme.app:web","lineno":1,"colno":20}]}}]},\
        "breadcrumbs":[{"category":"navigation","message":"to a board"}]}
        """
            .formatted(APP, release, value, function);
    assertEquals(
        200,
        instance
            .errors
            .intake()
            .take(
                new Post(
                    new ByteArrayInputStream(event.getBytes(UTF_8)),
                    "",
                    Optional.of("session"),
                    "",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
            .status());
  }

  private JsonObject list(String... query) throws IOException {
    Exchange exchange = Exchange.get("/error-groups");
    for (int n = 0; n < query.length; n += 2) {
      exchange = exchange.query(query[n], query[n + 1]);
    }
    return fits(instance.send(exchange).json(), "ErrorGroups");
  }

  private List<JsonObject> groups(String... query) throws IOException {
    return list(query).getAsJsonArray("groups").asList().stream()
        .map(one -> one.getAsJsonObject())
        .toList();
  }

  private String id(String title) throws IOException {
    return groups("q", title).get(0).get("id").getAsString();
  }

  private JsonObject detail(String id) throws IOException {
    return fits(instance.get("/error-groups/" + id).json(), "ErrorGroup");
  }

  private String status(String id) throws IOException {
    return detail(id).getAsJsonObject("state").get("status").getAsString();
  }

  private JsonObject decide(String id, String more) throws IOException {
    Exchange answer =
        instance.post("/error-groups/state", "{\"ids\":[\"" + id + "\"]," + more + "}");
    assertEquals(200, answer.status(), answer.text());
    return fits(answer.json(), "ErrorStates");
  }

  @Test
  void groupsAreListedNarrowedAndSorted() throws IOException {
    happens("board broke", "showBoard", "1.0");
    happens("board broke", "showBoard", "1.0");
    happens("sprint broke", "showSprint", "1.1");

    assertEquals("sprint broke", groups().get(0).get("title").getAsString());
    assertEquals("board broke", groups("sort", "total").get(0).get("title").getAsString());
    assertEquals(1, groups("q", "BOARD error").size());
    assertEquals(1, groups("release", "1.1").size());
    assertEquals(2, groups("browser", "Firefox").size());
    assertEquals(0, groups("state", "resolved").size());
    assertEquals(1, groups("limit", "1", "offset", "1").size());
    JsonObject all = list();
    assertEquals(2, all.get("total").getAsLong());
    assertEquals(
        "Acme",
        all.getAsJsonObject("facets")
            .getAsJsonArray("apps")
            .get(0)
            .getAsJsonObject()
            .get("name")
            .getAsString());
  }

  @ParameterizedTest
  @CsvSource({"sort, up", "state, gone", "limit, 501", "limit, x", "offset, -1"})
  void aQueryThatDoesNotFitIsRefused(String name, String value) throws IOException {
    assertEquals(
        "invalid-field", instance.send(Exchange.get("/error-groups").query(name, value)).problem());
  }

  @Test
  void aPollThatFindsNothingNewGetsNoBody() throws IOException {
    happens("board broke", "showBoard", "1.0");
    String tag = instance.get("/error-groups").answered("ETag");
    Exchange again = instance.send(Exchange.get("/error-groups").header("If-None-Match", tag));
    assertEquals(304, again.status());
    happens("board broke", "showBoard", "1.0");
    assertEquals(
        200, instance.send(Exchange.get("/error-groups").header("If-None-Match", tag)).status());
  }

  @Test
  void aGroupShowsItsSamplesAndWhereItHappened() throws IOException {
    happens("board broke", "showBoard", "1.0");
    JsonObject group = detail(id("board"));
    JsonObject sample = group.getAsJsonArray("samples").get(0).getAsJsonObject();
    assertEquals("Firefox 140", sample.get("browser").getAsString());
    assertEquals("Linux", sample.get("system").getAsString().split(" ")[0]);
    assertEquals(1, group.getAsJsonArray("days").size());
    assertEquals("not-found", instance.get("/error-groups/" + "0".repeat(16)).problem());
    assertEquals("not-found", instance.get("/error-groups/..%2f..").problem());
  }

  @Test
  void whatWasResolvedRegressesWhenItComesBack() throws IOException {
    happens("board broke", "showBoard", "1.0");
    String id = id("board");
    JsonObject before = decide(id, "\"status\":\"resolved\"");
    assertEquals("resolved", status(id));
    happens("board broke", "showBoard", "1.0");
    assertEquals("regressed", status(id));

    assertEquals(204, instance.put("/error-groups/state", before.toString()).status());
    assertEquals("open", status(id), "the change is taken back");
  }

  @Test
  void whatIsResolvedInAReleaseMayStillFailInOlderOnes() throws IOException {
    happens("board broke", "showBoard", "1.9");
    String id = id("board");
    decide(id, "\"status\":\"resolved\",\"inRelease\":\"1.10\"");
    happens("board broke", "showBoard", "1.9");
    assertEquals("resolved", status(id));
    happens("board broke", "showBoard", "1.10.1");
    assertEquals("regressed", status(id));
  }

  @Test
  void whatIsIgnoredComesBackWithTimeOrNumber() throws IOException {
    happens("board broke", "showBoard", "1.0");
    String id = id("board");
    decide(id, "\"status\":\"ignored\",\"untilMore\":2");
    happens("board broke", "showBoard", "1.0");
    assertEquals("ignored", status(id));
    happens("board broke", "showBoard", "1.0");
    assertEquals("open", status(id));
    String later = instance.time.now.plus(Duration.ofHours(2)).toString();
    decide(id, "\"status\":\"ignored\",\"until\":\"" + later + "\"");
    assertEquals("ignored", status(id));
    instance.time.now = instance.time.now.plus(Duration.ofHours(3));
    assertEquals("open", status(id));
  }

  @Test
  void groupsAreMergedAndTakenApart() throws IOException {
    happens("board broke", "showBoard", "1.0");
    happens("sprint broke", "showSprint", "1.0");
    String board = id("board");
    String sprint = id("sprint");
    JsonObject merged =
        fits(
            instance
                .post("/error-groups/merge", "{\"ids\":[\"" + sprint + "\",\"" + board + "\"]}")
                .json(),
            "ErrorGroup");
    assertEquals(board, merged.get("id").getAsString(), "the one that was seen first");
    assertEquals(1, groups().size());
    assertEquals(2, detail(sprint).get("total").getAsLong());
    assertEquals(
        200,
        instance
            .post("/error-groups/" + board + "/split", "{\"ids\":[\"" + sprint + "\"]}")
            .status());
    assertEquals(2, groups().size());
  }

  @Test
  void originalFramesAreKeptAndMakeGroupsOne() throws IOException {
    happens("board broke", "showBoard", "1.0");
    happens("board broke", "showBoardAgain", "1.1");
    assertEquals(2, groups().size());
    for (JsonObject group : groups()) {
      String id = group.get("id").getAsString();
      JsonObject sample = detail(id).getAsJsonArray("samples").get(0).getAsJsonObject();
      String body =
          "{\"sample\":\"%s\",\"exceptions\":[[{\"file\":\"src/board.ts\",\"line\":7,\"column\":3,"
                  .formatted(sample.get("id").getAsString())
              + "\"function\":\"show\",\"context\":[\"a\",\"b\"],\"contextLine\":6}]]}";
      Exchange answer = instance.put("/error-groups/" + id + "/symbolication", body);
      assertEquals(200, answer.status(), answer.text());
      fits(answer.json(), "ErrorGroup");
    }
    assertEquals(1, groups().size());
    JsonObject one = detail(groups().get(0).get("id").getAsString());
    assertTrue(one.get("mapped").getAsBoolean());
    assertTrue(one.toString().contains("src/board.ts"));
  }

  @Test
  void notesAreKeptAndDeletionLeavesNothing() throws IOException {
    happens("board broke", "showBoard", "1.0");
    String id = id("board");
    assertEquals(
        204, instance.put("/error-groups/" + id + "/notes", "{\"notes\":\"ask Ann\"}").status());
    assertEquals("ask Ann", detail(id).get("notes").getAsString());
    assertEquals(204, instance.post("/error-groups/delete", "{\"ids\":[\"" + id + "\"]}").status());
    assertEquals(0, groups().size());
    happens("board broke", "showBoard", "1.0");
    assertEquals(1, groups().get(0).get("total").getAsLong(), "it begins anew");
  }

  @Test
  void settingsAreKeptAndBadOnesNamed() throws IOException {
    JsonObject view = fits(instance.get("/errors/settings").json(), "ErrorSettingsView");
    assertEquals(
        JsonParser.parseString(SETTINGS), view.getAsJsonObject("settings"), view.toString());
    Exchange bad =
        instance.put(
            "/errors/settings",
            "{\"watch\":\"x\",\"apps\":[1],\"noiseKept\":[\"y\"],\"filters\":[{}],"
                + "\"retentionDays\":181}");
    assertEquals("invalid-field", bad.problem());
    TreeSet<String> wrong = new TreeSet<>(Exchange.fields(bad.json()));
    assertTrue(
        wrong.containsAll(
            List.of("apps[0]", "filters[0].id", "logNew", "noiseKept", "retentionDays", "watch")),
        wrong.toString());
  }

  @Test
  void aFilterIsTriedOnWhatIsStored() throws IOException {
    happens("board broke", "showBoard", "1.0");
    happens("sprint broke", "showSprint", "1.0");
    JsonObject trial =
        fits(
            instance
                .post(
                    "/errors/filters/test",
                    "{\"id\":\"a\",\"field\":\"message\",\"pattern\":\"BOARD*\",\"on\":true}")
                .json(),
            "ErrorFilterTrial");
    assertEquals(1, trial.get("matchingGroups").getAsLong());
    assertEquals(2, trial.get("allErrors").getAsLong());
  }

  @Test
  void theTimelineTellsErrorsBeforeAndAfterAnUpdate() throws IOException {
    instance.errors.upkeep();
    happens("board broke", "showBoard", "1.0");
    instance.installed.set(0, new InstalledApp(APP, "Acme", "1.1", "Acme", "enabled", false));
    instance.time.now = instance.time.now.plus(Duration.ofDays(1));
    instance.errors.upkeep();
    happens("board broke", "showBoard", "1.1");
    happens("sprint broke", "showSprint", "1.1");
    JsonObject timeline = fits(instance.get("/errors/timeline").json(), "ErrorTimeline");
    JsonObject update =
        timeline.getAsJsonArray("apps").get(0).getAsJsonObject().getAsJsonObject("update");
    assertEquals(1, update.get("before").getAsLong());
    assertEquals(2, update.get("after").getAsLong());
    assertEquals(1, update.get("newGroups").getAsLong());
    fits(instance.get("/errors/brief").json(), "ErrorsBrief");
  }

  @Test
  void groupsAreExportedAndFormulasAreDisarmed() throws IOException {
    happens("=HYPERLINK(1)", "showBoard", "1.0");
    Exchange csv = instance.send(Exchange.get("/errors/export").query("format", "csv"));
    assertTrue(csv.text().contains(",\"'=HYPERLINK"), csv.text());
    Exchange lines = instance.get("/errors/export");
    fits(JsonParser.parseString(lines.text()).getAsJsonObject(), "ErrorGroup");
  }

  @Test
  void aGroupIsHandedOverWithoutWhatIsTheHousesOwn() throws IOException {
    happens("board broke", "showBoard", "1.0");
    String id = id("board");
    instance.put("/error-groups/" + id + "/notes", "{\"notes\":\"ask Ann\"}");
    Exchange zip = instance.get("/error-groups/" + id + "/handover");
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.append(entry.getName()).append(new String(in.readAllBytes(), UTF_8));
      }
    }
    assertTrue(all.toString().contains("at showBoard (js/app.js:1:20)"), all.toString());
    assertFalse(all.toString().contains("Ann"));
    assertFalse(all.toString().contains("node1"));
  }

  @Test
  void sourceMapsComeAndGo() throws IOException {
    String map = "{\"version\":3,\"sources\":[],\"names\":[],\"mappings\":\"\"}";
    Exchange added =
        instance.send(Exchange.post("/source-maps", map).query("app", APP).query("file", "app.js"));
    assertEquals(201, added.status(), added.text());
    String id = fits(added.json(), "SourceMap").get("id").getAsString();
    JsonArray maps = fits(instance.get("/source-maps").json(), "SourceMaps").getAsJsonArray("maps");
    assertEquals(1, maps.size());
    Exchange content =
        instance.send(
            Exchange.get("/source-maps/content").query("app", APP).query("file", "js/app.js"));
    assertEquals(map, content.text());
    Exchange refused =
        instance.send(
            Exchange.post("/source-maps", "{}").query("app", APP).query("file", "app.js"));
    assertEquals("malformed-body", refused.problem());
    assertEquals(204, instance.delete("/source-maps/" + id).status());
    assertEquals("not-found", instance.delete("/source-maps/" + id).problem());
  }
}
