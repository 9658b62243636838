package io.hearth.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.hearth.application.Texts;
import io.hearth.errors.intake.Post;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.privacy.DataKind;
import io.hearth.reports.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is told whole, and what is deleted is gone. */
class KeptDataTest {

  private static final String MARK = "zaphodmark";

  /** Fields whose members are names that were counted, no fields. */
  private static final Set<String> MAPS =
      Set.of(
          "redactions",
          "browsers",
          "systems",
          "appReleases",
          "productReleases",
          "features",
          "releasesLast",
          "filtered",
          "notDelivered",
          "refused",
          "what",
          "apps",
          "went",
          "kinds");

  /** That they run, what was just deleted, and the clock that retention goes by. */
  private static final String WORK_OF_THE_NODES =
      "hearth/(nodes/[^/]+/(running\\.json|orders/.*)|privacy/.*)";

  /** The number of the rules that groups go by, and sums of the intake with nothing in them. */
  private static final String EMPTY_SUMS = "hearth/nodes/[^/]+/errors/(rules|intake-counts\\.json)";

  @TempDir Path home;
  private RedactionInstance one;
  private RedactionInstance two;

  @BeforeEach
  void fill() throws IOException {
    one = new RedactionInstance(home);
    two = new RedactionInstance(one, "node2");
    for (RedactionInstance node : List.of(one, two)) {
      node.installed.add(new InstalledApp(MARK, MARK, "1.0", MARK, "enabled", false));
      node.appFiles.put(
          MARK + "/hearth-features.json",
          ("{\"features\":{\"" + MARK + "\":\"=Something was opened\"}}").getBytes(UTF_8));
      node.privacy.nodes().beat();
    }
    one.privacy.nodes().beat();
    agree();
    fill(one);
    fill(two);
    assertEquals(
        200,
        one.put(
                "/redaction/settings",
                "{\"kindsOff\":[],\"rulesOff\":[],\"words\":[\""
                    + MARK
                    + "\"],\"patterns\":[{\"pattern\":\""
                    + MARK
                    + "\",\"name\":\"n\"}],\"allow\":[\""
                    + MARK
                    + "\"]}")
            .status());
    assertEquals(
        200,
        one.put(
                "/destinations/report-endpoint",
                "{\"address\":\"https://"
                    + MARK
                    + ".example/x\",\"host\":\""
                    + MARK
                    + ".example\",\"token\":\""
                    + MARK
                    + "\"}")
            .status());
    assertEquals(200, one.put("/privacy/retention", "{\"days\":{\"source-maps\":90}}").status());
  }

  private void agree() throws IOException {
    String consent =
        "{\"kinds\":[\"features\",\"people\",\"other-apps\"],\"features\":[\"%1$s:%1$s\"]}";
    assertEquals(200, one.put("/usage/consent", consent.formatted(MARK)).status());
  }

  /** A page counted something, and a quarter of an hour has passed. */
  private static void used(RedactionInstance node) {
    Exchange summary =
        Exchange.of("POST", "/ingest/usage")
            .header("Origin", "http://jira.example:8080")
            .body("text/plain;charset=UTF-8", "{\"%1$s:%1$s ok\":[-1]}".formatted(MARK));
    assertEquals(204, summary.through(node.usageIngest).status());
    node.usage.atQuarter();
  }

  private static void store(RedactionInstance node) throws IOException {
    Exchange ordered =
        node.post(
            "/support-zips", "{\"items\":[\"product\"],\"nodes\":[\"" + node.nodeId() + "\"]}");
    String address = "/support-zips/" + ordered.json().get("id").getAsString();
    while (!node.get(address).json().has("endedAt")) {
      Thread.onSpinWait();
    }
  }

  private void fill(RedactionInstance node) throws IOException {
    assertEquals(
        200,
        node.put(
                "/errors/settings",
                "{\"watch\":\"everything\",\"apps\":[\""
                    + MARK
                    + "\"],\"noiseKept\":[],\"filters\":[{\"id\":\"f1\",\"field\":\"message\","
                    + "\"pattern\":\"nothing\",\"on\":true}],\"retentionDays\":90,\"logNew\":false}")
            .status());
    store(node);
    happens(node);
    node.errors.upkeep();
    node.installed.add(
        new InstalledApp(MARK + "." + node.nodeId(), MARK, "1.0", MARK, "enabled", false));
    node.errors.upkeep();
    String id =
        node.get("/error-groups")
            .json()
            .getAsJsonArray("groups")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    assertEquals(
        204, node.put("/error-groups/" + id + "/notes", "{\"notes\":\"" + MARK + "\"}").status());
    assertEquals(
        200,
        node.post("/error-groups/state", "{\"ids\":[\"" + id + "\"],\"status\":\"resolved\"}")
            .status());
    Exchange map =
        RedactionInstance.changing("POST", "/source-maps")
            .query("app", MARK)
            .query("file", MARK + ".js")
            .query("release", node.nodeId())
            .body(
                "application/json",
                "{\"version\":3,\"sources\":[\"" + MARK + "\"],\"mappings\":\"AAAA\"}");
    assertEquals(201, node.send(map).status(), map.text());
    assertEquals(
        201, node.post("/redaction/cases", "{\"name\":\"" + MARK + "\",\"lookup\":true}").status());
    reported(node);
    used(node);
    String table =
        "{\"name\":\""
            + MARK
            + "\",\"createdAt\":\""
            + node.time.now
            + "\",\"values\":1}\n"
            + "{\"pseudonym\":\"user-1\",\"value\":\""
            + MARK
            + "\",\"kind\":\"user\"}\n";
    node.write("hearth/redaction/tables/" + node.nodeId() + ".jsonl", table);
  }

  private void reported(RedactionInstance node) throws IOException {
    String settings =
        "{\"on\":true,\"shortcut\":true,\"perHour\":9,\"retentionDays\":90,\"supportAddress\":\"%s@a.b\"}";
    assertEquals(200, node.put("/reports/settings", settings.formatted(MARK)).status());
    node.user = Optional.of(new HostUser("key", "ada", "Ada", Optional.of(MARK + "@a.b")));
    Exchange report =
        Exchange.post(
            "/ingest/report",
            "{\"happened\":\"%1$s\",\"expected\":\"%1$s\",\"page\":\"/%1$s\",\"app\":\"%1$s\","
                    .formatted(MARK)
                + "\"withEmail\":true,\"errors\":[{\"app\":\"a\",\"type\":\"b\",\"value\":\"%1$s\"}],"
                    .formatted(MARK)
                + "\"screenshot\":\""
                + Base64.getEncoder().encodeToString(Pictures.png(9, 9))
                + "\"}");
    node.reportIngest.handle(report.request(), report.response());
    assertEquals(201, report.status(), report.text());
    String change =
        "{\"revision\":0,\"state\":\"sent\",\"notes\":\"%s\",\"zip\":{\"name\":\"%s\",\"sha256\":\"%s\"}}";
    String id = report.json().get("id").getAsString();
    assertEquals(
        200,
        node.put("/reports/" + id + "/handling", change.formatted(MARK, MARK, "0".repeat(64)))
            .status());
  }

  private void happens(RedactionInstance node) throws IOException {
    String event =
        """
        {}
        {"type":"event"}
        {"level":"error","tags":{"hearth.app":"%1$s","hearth.release":"1.0","hearth.feature":"x"},\
        "message":"m","exception":{"values":[{"type":"%1$sError",\
        "value":"it broke","stacktrace":{"frames":[{"function":"%1$s","filename":"js/app.js",\
        "module":"%1$s:web","lineno":1,"colno":20,"in_app":true,"context_line":"x()"}]}}]},\
        "breadcrumbs":[{"category":"navigation","level":"info","message":"to a board"}]}
        {"type":"client_report"}
        {"timestamp":1,"discarded_events":[{"reason":"network_error","category":"error",\
        "quantity":2}]}
        """
            .formatted(MARK);
    assertEquals(
        200,
        node.errors
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

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Files and settings that hold the mark, by name or content. */
  private Set<String> marked() throws IOException {
    Set<String> marked = new TreeSet<>();
    for (Path file : files()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (text.contains(MARK) || file.toString().contains(MARK)) {
        marked.add(home.relativize(file).toString());
      }
    }
    one.kept.forEach(
        (key, value) -> {
          if (value.contains(MARK)) {
            marked.add("setting " + key);
          }
        });
    return marked;
  }

  private List<String> ids() {
    return one.privacy.kinds().stream().map(DataKind::id).toList();
  }

  private JsonObject delete(List<String> kinds, Optional<Instant> before) throws IOException {
    JsonObject wanted = new JsonObject();
    wanted.add("kinds", Audit.array(kinds));
    before.ifPresent(end -> wanted.addProperty("before", end.toString()));
    RedactionInstance.fits(one.post("/privacy/deletions/check", wanted).json(), "DeletionCheck");
    wanted.addProperty("confirm", true);
    Exchange answer = one.post("/privacy/deletions", wanted);
    assertEquals(200, answer.status(), answer.text());
    return RedactionInstance.fits(answer.json(), "DeletionReceipt");
  }

  private long records(String kind) throws IOException {
    for (DataKind one : one.privacy.kinds()) {
      if (one.id().equals(kind)) {
        return one.holdings(Optional.empty()).records();
      }
    }
    throw new AssertionError(kind);
  }

  /** Journals of errors become snapshots at any time: the one file or the other holds the same. */
  private static Set<String> settled(Set<String> names) {
    return names.stream()
        .map(name -> name.replaceFirst("/errors/(journal-|groups/).*", "/errors"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By kind. */
  private Map<String, Long> allRecords() throws IOException {
    Map<String, Long> all = new TreeMap<>();
    for (DataKind kind : one.privacy.kinds()) {
      all.put(kind.id(), kind.holdings(Optional.empty()).records());
    }
    return all;
  }

  @Test
  void everyFileAndSettingBelongsToAKind() throws IOException, InterruptedException {
    one.privacy.deletions().obey();
    // What is being written has another name for a moment, and may be there after the kinds told.
    for (int n = 0; n < 50 && !toldByNobody().isEmpty(); n++) {
      Thread.sleep(100);
    }
    assertEquals(List.of(), toldByNobody());
  }

  private List<String> toldByNobody() throws IOException {
    Set<String> told = new HashSet<>();
    for (DataKind kind : one.privacy.kinds()) {
      told.addAll(kind.rawNames());
      kind.places().forEach(place -> told.add(place.path().replace("io.hearth.", "")));
    }
    List<String> untold = new ArrayList<>();
    for (Path file : files()) {
      String name = home.resolve("hearth").relativize(file).toString();
      boolean keyOfACase = name.matches("redaction/cases/[^/]+/(key|zips/.*)");
      // Of a day that is not over, nobody may see who comes and goes.
      boolean today = name.matches("nodes/[^/]+/usage/2026-03-01\\.json");
      if (!told.contains(name) && !keyOfACase && !today) {
        untold.add(name);
      }
    }
    one.kept.keySet().stream().filter(key -> !told.contains(key)).forEach(untold::add);
    return untold;
  }

  @Test
  void everyFieldThatIsStoredIsTold() throws IOException {
    for (DataKind kind : one.privacy.kinds()) {
      Set<String> told = new HashSet<>(kind.fields());
      for (String name : kind.rawNames()) {
        if (!name.endsWith(".map")
            && !name.equals("instance-key")
            && !name.endsWith(".txt")
            && !name.endsWith(".png")
            && !name.endsWith(".zip")) {
          try (InputStream in = kind.raw(name).orElseThrow()) {
            String text = new String(in.readAllBytes(), UTF_8);
            for (String field : keys(text, kind.id())) {
              assertTrue(told.contains(field), kind.id() + " " + name + " holds " + field);
            }
          }
        }
      }
    }
  }

  private static Set<String> keys(String text, String kind) {
    Set<String> keys = new TreeSet<>();
    for (String line : text.split("\n")) {
      if (!line.isBlank()) {
        try {
          walk(JsonParser.parseString(line), kind, keys);
        } catch (JsonParseException e) {
          throw new AssertionError(line, e);
        }
      }
    }
    return keys;
  }

  private static void walk(JsonElement at, String kind, Set<String> keys) {
    if (at.isJsonArray()) {
      at.getAsJsonArray().forEach(each -> walk(each, kind, keys));
    } else if (at.isJsonObject()) {
      for (var member : at.getAsJsonObject().entrySet()) {
        String name = member.getKey();
        boolean data = name.matches("[0-9]+") || name.contains(MARK) || isKindId(name);
        if (kind.equals("audit-trail") && !Set.of("at", "who", "key", "did").contains(name)) {
          keys.add("what");
          continue;
        }
        if (!data) {
          keys.add(name);
        }
        boolean map = MAPS.contains(name) && !name.equals("apps");
        if (!map) {
          walk(member.getValue(), kind, keys);
        }
      }
    }
  }

  /** Settings and orders have members by the ids of kinds. */
  private static boolean isKindId(String name) {
    return name.contains("-") || name.equals("timeline") || name.equals("cluster");
  }

  @Test
  void everyKindAndFieldHasWords() {
    Texts texts = Texts.in(Locale.ENGLISH);
    for (DataKind kind : one.privacy.kinds()) {
      List<String> words = new ArrayList<>();
      words.add(PrivacyViews.title(kind, texts));
      words.add(PrivacyViews.purpose(kind, texts));
      kind.fields().forEach(field -> words.add(PrivacyViews.words(kind, field, texts)));
      words.forEach(text -> assertFalse(text.startsWith("privacy."), text));
    }
  }

  /**
   * A kind that the catalogue has words for, and that is not filled here, is never deleted here.
   */
  @Test
  void everyKindThatHasWordsIsAmongThoseThatAreFilled() throws IOException {
    Properties words = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/i18n/hearth.properties")) {
      words.load(in);
    }
    Pattern title = Pattern.compile("privacy\\.kind\\.(.+)\\.title");
    Set<String> told =
        words.stringPropertyNames().stream()
            .map(title::matcher)
            .filter(Matcher::matches)
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(told, new TreeSet<>(ids()));
    allRecords().forEach((kind, records) -> assertTrue(records > 0, kind + " is not filled"));
  }

  @Test
  void theOverviewTellsWhatThereIs() throws IOException {
    JsonObject overview = RedactionInstance.fits(one.get("/privacy").json(), "PrivacyOverview");
    for (JsonElement each : overview.getAsJsonArray("kinds")) {
      JsonObject kind = each.getAsJsonObject();
      assertFalse(kind.has("unreadable"), kind.toString());
      assertTrue(kind.getAsJsonObject("holdings").get("records").getAsLong() > 0, kind.toString());
    }
    assertEquals("[\"node2\"]", overview.getAsJsonObject("nodes").get("running").toString());
  }

  @Test
  void allThatIsDeletedIsGoneOnAllNodes() throws IOException {
    assertTrue(marked().size() > 15, marked().toString());
    JsonObject receipt = delete(ids(), Optional.empty());
    assertEquals("[\"node2\"]", receipt.get("waiting").toString());
    two.privacy.deletions().obey();
    Exchange later = one.get("/privacy/deletions/" + receipt.get("id").getAsString());
    assertEquals("[]", later.json().get("waiting").toString());
    assertEquals(Set.of(), marked());
    Map<String, Long> left = allRecords();
    assertEquals(1, left.remove("audit-trail"), "who deleted it stands in the new trail");
    left.remove("cluster");
    left.values().removeIf(records -> records == 0);
    assertEquals(Map.of(), left);
    for (Path file : files()) {
      String name = home.relativize(file).toString();
      String text = Files.readString(file);
      boolean ownWork = name.matches(WORK_OF_THE_NODES) || name.matches(EMPTY_SUMS);
      boolean newTrail = name.equals("hearth/nodes/node1/audit.jsonl");
      assertTrue(text.isBlank() || ownWork || newTrail, name + " still holds " + text);
    }
    assertTrue(one.get("/privacy/audit").text().contains("data-deleted"));
    one.time.now = one.time.now.plusSeconds(10);
    happens(one);
    assertEquals(0, records("browser-errors"), "settings went too, so this app alone is watched");
  }

  @Test
  void oneKindThatIsDeletedLeavesTheOthers() throws IOException {
    JsonObject receipt = delete(List.of("source-maps"), Optional.empty());
    assertEquals(
        2, receipt.getAsJsonArray("kinds").get(0).getAsJsonObject().get("records").getAsLong());
    assertEquals(0, records("source-maps"));
    assertTrue(marked().stream().noneMatch(name -> name.contains("source-maps")));
    assertTrue(records("browser-errors") > 0);
    assertEquals(2, records("support-cases"));
  }

  @Test
  void whatIsOlderGoesAndWhatIsNewerStays() throws IOException {
    one.time.now = one.time.now.plus(Duration.ofDays(10));
    Instant border = one.time.now;
    one.time.now = one.time.now.plus(Duration.ofDays(1));
    one.post("/redaction/cases", "{\"name\":\"new\",\"lookup\":false}");
    two.put("/redaction/settings", "{}");
    delete(ids(), Optional.of(border));
    two.privacy.deletions().obey();
    assertEquals(0, records("browser-errors"));
    assertEquals(0, records("error-decisions"));
    assertEquals(0, records("source-maps"));
    assertEquals(1, records("support-cases"));
    assertEquals(0, records("timeline"));
    Set<String> left = marked();
    left.removeIf(name -> name.startsWith("setting ") || name.endsWith("installed.json"));
    assertEquals(Set.of(), left, "settings have no age");
  }

  @Test
  void retentionDeletesWhatIsPastItsTimeOnAllNodes() throws Exception {
    one.privacy.retention().runNow();
    assertTrue(records("browser-errors") > 0);
    for (int day = 0; day < 181; day++) {
      passes(Duration.ofDays(1));
      one.privacy.nodes().beat();
      two.privacy.nodes().beat();
      one.privacy.retention().run();
      two.privacy.deletions().obey();
      two.privacy.retention().run();
      one.privacy.deletions().obey();
    }
    Set<String> left = marked();
    left.removeIf(name -> name.startsWith("setting ") || name.endsWith("installed.json"));
    assertEquals(Set.of(), left);
    assertEquals(0, records("browser-errors"));
  }

  @Test
  void aClockThatLeapsDeletesNothing() throws Exception {
    one.privacy.retention().runNow();
    Map<String, Long> records = allRecords();
    Set<String> before = settled(marked());
    one.time.now = one.time.now.plus(Duration.ofDays(400));
    one.privacy.retention().run();
    assertEquals(records, allRecords());
    assertEquals(before, settled(marked()));
    assertTrue(one.get("/privacy").json().getAsJsonObject("retention").has("doubt"));
    assertEquals(200, one.post("/privacy/retention/run", "{}").status());
    two.privacy.deletions().obey();
    assertEquals(0, records("browser-errors"));
  }

  @Test
  void theDataOfADeadNodeGoesToo() throws Exception {
    one.privacy.retention().runNow();
    two.errors.close();
    assertTrue(marked().stream().anyMatch(name -> name.contains("nodes/node2/errors")));
    for (int day = 0; day < 181; day++) {
      passes(Duration.ofDays(1));
      one.privacy.nodes().beat();
      one.privacy.retention().run();
    }
    assertTrue(
        marked().stream().noneMatch(name -> name.contains("node2/errors")), marked().toString());
    assertTrue(
        marked().stream().noneMatch(name -> name.contains("node2/timeline")), marked().toString());
  }

  @Test
  void whatANodeKeepsThatRunsIsItsOwnToDelete() throws IOException {
    // Its files hold still, while its heart still beats.
    two.errors.close();
    Path errors = home.resolve("hearth/nodes/node2/errors");
    long before = bytes(errors);
    delete(List.of("browser-errors"), Optional.empty());
    assertEquals(before, bytes(errors));
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void passes(Duration time) {
    one.time.now = one.time.now.plus(time);
    one.nanos += time.toNanos();
    two.nanos += time.toNanos();
  }
}
