package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.audit.AuditTrail;
import io.hearth.cluster.Nodes;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.privacy.ChosenDays;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Retention;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageCallsTest {

  private static final String APP = "com.acme.app";
  private static final String AGREED =
      "{\"kinds\":[\"features\",\"people\",\"other-apps\"],"
          + "\"features\":[\"com.acme.app:opened\",\"io.hearth:usage-exported\"]}";

  @TempDir Path home;
  private TestProduct product;
  private final MovedClock time = new MovedClock();
  private UsagePart part;
  private Api api;
  private UsageIngest ingest;

  @BeforeEach
  void start() throws IOException {
    product = new TestProduct(home);
    product.installed.add(new InstalledApp(APP, "Acme", "1.0", "Acme", "enabled", false));
    product.installed.add(new InstalledApp("io.hearth", "Hearth", "1", "H", "enabled", false));
    product.appFiles.put(
        APP + "/hearth-features.json",
        "{\"features\":{\"opened\":\"=A board was opened\"}}".getBytes(UTF_8));
    try (InputStream own = UsagePart.class.getResourceAsStream("/hearth-features.json")) {
      product.appFiles.put("io.hearth/hearth-features.json", own.readAllBytes());
    }
    Incidents incidents = new Incidents();
    Gate gate = new Gate(product, guard(), new Origins(product::baseUrl));
    part = new UsagePart(product, time, incidents);
    List<Route> routes =
        new ArrayList<>(part.routes(new Audit(new AuditTrail(product, time), incidents)));
    api = new Api(gate, incidents, part.counted(routes));
    ingest = new UsageIngest(part::intake, product, gate.origins(), incidents);
  }

  private RequestGuard guard() {
    return (RequestGuard)
        Proxy.newProxyInstance(
            RequestGuard.class.getClassLoader(),
            new Class<?>[] {RequestGuard.class},
            (proxy, method, args) ->
                method.getReturnType() == String.class
                    ? method.getName()
                    : (Object)
                        (method.getName().equals("hasSecureSession") && product.secureSession));
  }

  @AfterEach
  void stop() {
    part.close();
  }

  private Exchange get(String path, String... query) throws IOException {
    Exchange exchange = Exchange.get(path);
    for (int n = 0; n < query.length; n += 2) {
      exchange = exchange.query(query[n], query[n + 1]);
    }
    return exchange.through(api);
  }

  private Exchange change(String method, String path, String json) throws IOException {
    return RedactionInstance.changing(method, path).body("application/json", json).through(api);
  }

  private JsonObject state(Exchange answer) {
    assertEquals(200, answer.status(), answer::text);
    return fits(answer.json(), "UsageState");
  }

  private static Exchange summary(String body) {
    return Exchange.of("POST", "/ingest/usage")
        .header("Origin", "http://jira.example:8080")
        .body("text/plain;charset=UTF-8", body);
  }

  private int send(Exchange exchange) {
    return exchange.through(ingest).status();
  }

  private void peopleOpen(int number) throws IOException {
    Optional<HostUser> before = product.user;
    for (int n = 0; n < number; n++) {
      product.user = Optional.of(new HostUser("key" + n, "user" + n, "User", Optional.empty()));
      assertEquals(204, send(summary("{\"com.acme.app:opened ok\":[-1,-1]}")));
    }
    product.user = before;
  }

  private void dayPasses() {
    part.atQuarter();
    time.now = time.now.plus(Duration.ofDays(1));
    part.atQuarter();
  }

  private String stored() throws IOException {
    StringBuilder all = new StringBuilder();
    Path folder = home.resolve("hearth/nodes/node1/usage");
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path one : files.sorted().toList()) {
          all.append(Files.readString(one));
        }
      }
    }
    return all.toString();
  }

  private List<DataKind> kinds() {
    Supplier<PrivateFolder> hearth = () -> PrivateFolder.in(home);
    Nodes nodes =
        new Nodes(() -> hearth.get().below("nodes"), product::nodeId, time, System::nanoTime);
    return part.kinds(
        new PrivacyPart.Surroundings(hearth, nodes, new ChosenDays(product.settings())));
  }

  @Test
  void nothingIsAgreedToAtFirstAndAllThatCouldBeIsListed() throws IOException {
    JsonObject state = state(get("/usage"));
    assertFalse(state.has("consent"));
    assertFalse(part.counting());
    assertEquals(2, state.getAsJsonArray("apps").size());
    JsonObject own = state.getAsJsonArray("apps").get(0).getAsJsonObject();
    assertEquals("io.hearth", own.getAsJsonObject("app").get("key").getAsString());
    JsonObject example =
        JsonParser.parseString(state.get("example").getAsString()).getAsJsonObject();
    assertTrue(example.getAsJsonObject("features").has(APP));
    assertEquals(403, send(summary("{\"com.acme.app:opened ok\":[-1]}")));
    assertEquals("", stored());
  }

  @Test
  void whatIsAgreedToIsCountedShownExportedAndDeleted() throws IOException {
    JsonObject state = state(change("PUT", "/usage/consent", AGREED));
    assertEquals("ada", state.getAsJsonObject("consent").get("by").getAsString());
    assertTrue(part.counting());
    peopleOpen(6);
    dayPasses();

    JsonObject report = fits(get("/usage/report", "days", "7").json(), "UsageReport");
    JsonObject row = report.getAsJsonArray("features").get(0).getAsJsonObject();
    assertEquals("opened", row.get("key").getAsString());
    assertEquals("Acme", row.getAsJsonObject("app").get("name").getAsString());
    JsonObject day = row.getAsJsonArray("days").get(0).getAsJsonObject();
    assertEquals("{\"day\":\"2026-03-01\",\"count\":12,\"people\":6,\"ok\":12}", day.toString());

    Exchange csv = get("/usage/export", "format", "csv");
    assertEquals(
        "\"day\",\"app\",\"feature\",\"count\",\"peopleAtLeast\",\"ok\",\"refused\",\"failed\"\r\n"
            + "\"2026-03-01\",\"com.acme.app\",\"opened\",\"12\",\"6\",\"12\",\"0\",\"0\"\r\n",
        csv.text());
    fits(get("/usage/export").json(), "UsageReport");

    JsonObject names = fits(get("/usage/stored").json(), "StoredUsage");
    assertEquals("[\"nodes/node1/usage/2026-03-01.json\"]", names.get("names").toString());
    assertEquals(
        "{\"day\":\"2026-03-01\",\"features\":{\"com.acme.app\":{\"opened\":[12,6]}}}\n",
        get("/usage/stored/content", "name", "nodes/node1/usage/2026-03-01.json").text());

    state(change("POST", "/usage/withdrawal", "{\"delete\":true}"));
    assertEquals("", stored());
    assertFalse(part.counting());
    String audit = Files.readString(home.resolve("hearth/nodes/node1/audit.jsonl"));
    for (String deed : List.of("usage-agreed", "usage-exported", "usage-withdrawn")) {
      assertTrue(audit.contains("\"did\":\"" + deed + "\""), audit);
    }
  }

  @Test
  void ourOwnCallsAreCountedWithHowTheyEnded() throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    get("/usage/export");
    get("/usage/export", "days", "no number");
    Exchange.get("/usage/export").header("DNT", "1").through(api);
    part.atQuarter();
    assertTrue(
        stored().contains("\"usage-exported\":{\"all\":[2,1],\"ok\":[1,1],\"refused\":[1,1]}"),
        stored());
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-GPC, 1, 204",
    "DNT, 1, 204",
    "Origin, http://evil.example, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Content-Type, application/x-www-form-urlencoded, 415"
  })
  void whatIsNotToBeCountedChangesNothing(String header, String value, int status)
      throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    part.atQuarter();
    String before = stored();
    Exchange exchange = summary("{\"com.acme.app:opened ok\":[-1]}").header(header, value);
    if (header.equals("Content-Type")) {
      exchange = exchange.body(value, "{\"com.acme.app:opened ok\":[-1]}");
    }
    assertEquals(status, send(exchange));
    part.atQuarter();
    assertEquals(before, stored());
  }

  @Test
  void whoeverIsNotLoggedInIsOnePerson() throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    Optional<HostUser> before = product.user;
    product.user = Optional.empty();
    for (int n = 0; n < 100; n++) {
      send(summary("{\"com.acme.app:opened ok\":[-1,-1,-1]}"));
    }
    product.user = before;
    assertEquals(403, send(summary("{}").without("Origin")));
    part.atQuarter();
    assertTrue(stored().contains("\"opened\":[20,1]"), stored());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/usage/consent|{'kinds':['people'],'features':[]}",
        "PUT|/usage/consent|{'kinds':['features','all'],'features':[]}",
        "PUT|/usage/consent|{'kinds':['features'],'features':['com.acme.app:gone']}",
        "PUT|/usage/consent|{'kinds':['features']}",
        "PUT|/usage/settings|{'threshold':4,'noise':'none','retentionDays':9}",
        "PUT|/usage/settings|{'threshold':5,'noise':'2','retentionDays':9}",
        "PUT|/usage/settings|{'threshold':5,'noise':'none','retentionDays':181}",
        "POST|/usage/withdrawal|{}"
      })
  void whatDoesNotFitIsRefused(String method, String path, String json) throws IOException {
    assertEquals("invalid-field", change(method, path, json.replace('\'', '"')).problem());
    assertFalse(part.counting());
  }

  @Test
  void settingsAreKeptAndHold() throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    peopleOpen(6);
    dayPasses();
    state(
        change(
            "PUT", "/usage/settings", "{\"threshold\":7,\"noise\":\"none\",\"retentionDays\":1}"));
    assertEquals(0, get("/usage/report").json().getAsJsonArray("features").size());
    assertEquals(1, ((Retention.Chosen) kinds().get(0).retention()).days());
  }

  @Test
  void aNameOfAFileIsNoPath() throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    dayPasses();
    for (String name :
        List.of(
            "../audit.jsonl",
            "nodes/node1/../audit.jsonl",
            "nodes/node1/usage/2026-03-02.json",
            "x")) {
      assertEquals("not-found", get("/usage/stored/content", "name", name).problem());
    }
  }

  @Test
  void theKindsOfDataTellWhatIsKept() throws IOException {
    state(change("PUT", "/usage/consent", AGREED));
    peopleOpen(6);
    dayPasses();
    peopleOpen(3);
    DataKind counts = kinds().get(0);
    DataKind people = kinds().get(1);
    assertEquals(2, counts.holdings(Optional.empty()).records());
    assertEquals(1, counts.holdings(Optional.of(time.now)).records());
    assertEquals(3, people.holdings(Optional.empty()).records());
    assertEquals(List.of("nodes/node1/usage/2026-03-01.json"), counts.rawNames());
    assertEquals(1, counts.delete(Optional.of(time.now)));
    assertEquals(1, counts.delete(Optional.empty()));
    assertEquals(0, people.holdings(Optional.empty()).records());
    assertEquals(1, kinds().get(2).delete(Optional.empty()));
    time.now = time.now.plusSeconds(6);
    assertFalse(part.counting());
  }

  /** Every feature of ours is described, and counted somewhere. */
  @Test
  void ourOwnFeaturesAreThoseOfTheCallsAndPages() throws IOException {
    TreeSet<String> counted = new TreeSet<>(CountedRoutes.FEATURES.values());
    AdminPage.PAGES.forEach(page -> counted.add("page-" + page));
    TreeSet<String> declared = new TreeSet<>();
    for (JsonElement one :
        get("/usage")
            .json()
            .getAsJsonArray("apps")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("features")) {
      declared.add(
          one.getAsJsonObject().get("name").getAsString().substring("io.hearth:".length()));
    }
    assertEquals(counted, declared);
  }
}
