package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.host.InstalledApp;
import io.hearth.privacy.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCallsTest {

  private static final String SECRET = "s3cr3t";

  @TempDir Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() {
    instance = new RedactionInstance(home);
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private void done(Exchange exchange) {
    assertTrue(exchange.status() < 300, exchange::text);
  }

  /** Each setting as nobody has it who has not chosen it. */
  private void chooseAll() throws IOException {
    done(
        instance.put(
            "/errors/settings",
            "{\"watch\":\"chosen\",\"apps\":[\"org.x\"],\"noiseKept\":[],\"filters\":[{\"id\":\"f1\","
                + "\"field\":\"message\",\"pattern\":\"a*\",\"on\":true}],\"retentionDays\":30,"
                + "\"logNew\":false}"));
    done(instance.put("/usage/settings", "{\"threshold\":9,\"noise\":\"1\",\"retentionDays\":20}"));
    instance.installed.add(new InstalledApp("io.hearth", "Hearth", "1", "H", "enabled", false));
    done(instance.put("/usage/consent", "{\"kinds\":[\"features\"],\"features\":[]}"));
    done(
        instance.put(
            "/reports/settings",
            "{\"on\":true,\"shortcut\":false,\"perHour\":3,\"retentionDays\":10,"
                + "\"supportAddress\":\"help@example.com\"}"));
    done(
        instance.put(
            "/redaction/settings",
            "{\"kindsOff\":[],\"rulesOff\":[],\"words\":[\"unsayable\"],\"patterns\":[],\"allow\":[]}"));
    done(
        instance.put(
            "/support-zips/watch",
            "{\"on\":true,\"heapPercent\":80,\"heapMinutes\":3,\"errorsPerMinute\":50}"));
    done(
        instance.put(
            "/support-zips/receivers",
            "{\"receivers\":[{\"name\":\"Vendor\",\"key\":\""
                + "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
                + "\"}]}"));
    done(instance.put("/privacy/retention", "{\"days\":{\"source-maps\":15}}"));
    done(instance.put("/privacy/texts/notice", "{\"text\":\"Our words\"}"));
    done(
        instance.put(
            "/destinations/report-endpoint",
            "{\"address\":\"https://help.example.com/in\",\"host\":\"help.example.com\",\"token\":\""
                + SECRET
                + "\"}"));
    done(
        instance.put(
            "/destinations/error-forwarding",
            "{\"address\":\"https://"
                + SECRET
                + "@sentry.example.com/7\",\"host\":\"sentry.example.com\"}"));
    instance.get("/errors/settings");
  }

  private JsonObject exported() throws IOException {
    return fits(instance.get("/settings").json(), "SettingsDocument");
  }

  private JsonObject draft(JsonElement document) throws IOException {
    Exchange answer = instance.post("/settings/check", document);
    assertEquals(200, answer.status(), answer::text);
    return fits(answer.json(), "SettingsDraft");
  }

  private Exchange put(JsonElement document, String state) throws IOException {
    return instance.send(
        RedactionInstance.changing("PUT", "/settings")
            .header("If-Match", "\"" + state + "\"")
            .body("application/json", document.toString()));
  }

  private static Set<String> named(JsonObject draft, String list) {
    return draft.getAsJsonArray(list).asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(one -> one.get("section").getAsString() + "." + one.get("name").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject document(String sections) {
    return JsonParser.parseString(
            "{\"format\":\"hearth-settings\",\"version\":1,\"sections\":" + sections + "}")
        .getAsJsonObject();
  }

  @Test
  void eachKeyOfTheProductsSettingsIsInASectionOrLeftOutForAReason() throws IOException {
    chooseAll();
    Set<String> told = new TreeSet<>(KeptSettings.NEVER_EXPORTED.keySet());
    instance.sections.forEach(section -> told.addAll(section.keys()));
    Set<String> kept = new TreeSet<>(instance.kept.keySet());
    instance.privacy.kinds().stream()
        .flatMap(kind -> kind.places().stream())
        .filter(place -> place.root() == Place.Root.SETTINGS)
        .forEach(place -> kept.add(place.path().replace("io.hearth.", "")));
    kept.removeAll(told);
    assertEquals(Set.of(), kept);
  }

  @Test
  void anExportHoldsAllThatWasChosenAndNoSecretAndNobody() throws IOException {
    chooseAll();
    Exchange answer = instance.get("/settings");
    JsonObject sections = exported().getAsJsonObject("sections");
    assertEquals(
        instance.sections.stream().map(SettingsSection::id).collect(Collectors.toSet()),
        sections.keySet());
    for (String part :
        List.of("unsayable", "Our words", "help@example.com", "sentry.example.com")) {
      assertTrue(answer.text().contains(part), part);
    }
    for (String part : List.of(SECRET, "ada", instance.kept.get("instance-key"), "2026-")) {
      assertFalse(answer.text().contains(part), part);
    }
    assertEquals(
        "[\"features\"]", sections.get("usage-consent").getAsJsonObject().get("kinds") + "");
    assertTrue(instance.audited().contains("settings-exported"));
  }

  @Test
  void whatWasExportedMakesAnotherInstanceTheSameButForConsentAndDestinations() throws IOException {
    chooseAll();
    JsonObject document = exported();
    try (RedactionInstance other = new RedactionInstance(home.resolve("other"))) {
      RedactionInstance first = instance;
      instance = other;
      JsonObject draft = draft(document);
      assertEquals(
          Set.of(
              "destinations.error-forwarding",
              "destinations.report-endpoint",
              "usage-consent.kinds"),
          named(draft, "byHand"));
      Exchange answer = put(document, draft.get("state").getAsString());
      assertEquals(200, answer.status(), answer::text);
      JsonObject result = fits(answer.json(), "SettingsResult");
      assertEquals(draft.get("changes"), result.get("changes"));
      JsonObject now = exported().getAsJsonObject("sections");
      JsonObject wanted = document.getAsJsonObject("sections").deepCopy();
      wanted.add("destinations", new JsonObject());
      wanted.getAsJsonObject("usage-consent").remove("kinds");
      now.getAsJsonObject("usage-consent").remove("kinds");
      assertEquals(wanted, now);
      assertFalse(other.kept.containsKey("usage-consent"));
      assertFalse(other.kept.keySet().stream().anyMatch(key -> key.startsWith("destination.")));
      String audit = other.audited();
      assertTrue(audit.contains("settings-imported"), audit);
      assertTrue(
          audit.contains("{\"setting\":\"reports.perHour\",\"before\":10,\"now\":3}"), audit);
      assertFalse(audit.contains("unsayable"), audit);

      Exchange undone = put(result.get("undo"), result.get("state").getAsString());
      assertEquals(200, undone.status(), undone::text);
      assertEquals(Set.of(), named(draft(document("{}")), "changes"));
      assertEquals(180, reports(exported()).get("retentionDays").getAsInt());
      instance = first;
    }
  }

  private static JsonObject reports(JsonObject document) {
    return document.getAsJsonObject("sections").getAsJsonObject("reports");
  }

  @Test
  void aCheckChangesNothing() throws IOException {
    Map<String, String> before = new HashMap<>(instance.kept);
    draft(document("{\"retention\":{\"source-maps\":1}}"));
    assertEquals(before, instance.kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"x\":{}}|sections.x",
        "{\"errors\":[]}|sections.errors",
        "{\"reports\":{\"on\":1,\"shortcut\":true,\"perHour\":0,\"retentionDays\":181,"
            + "\"supportAddress\":\"\",\"y\":1}}|"
            + "sections.reports.on sections.reports.perHour sections.reports.retentionDays"
            + " sections.reports.y",
        "{\"errors\":{\"watch\":\"spy\",\"apps\":[],\"noiseKept\":[],\"filters\":[{\"id\":\"A\"}],"
            + "\"retentionDays\":1,\"logNew\":true}}|"
            + "sections.errors.filters[0].field sections.errors.filters[0].id"
            + " sections.errors.filters[0].on sections.errors.filters[0].pattern"
            + " sections.errors.watch",
        "{\"retention\":{\"settings\":3,\"source-maps\":\"1\"}}|"
            + "sections.retention.settings sections.retention.source-maps",
        "{\"redaction\":{\"kindsOff\":[\"x\"],\"rulesOff\":[],\"words\":[],\"patterns\":"
            + "[{\"pattern\":\"(\"}],\"allow\":[]}}|"
            + "sections.redaction.kindsOff[0] sections.redaction.patterns[0].name"
            + " sections.redaction.patterns[0].pattern",
        "{\"usage\":{\"threshold\":4,\"noise\":\"9\",\"retentionDays\":1}}|"
            + "sections.usage.noise sections.usage.threshold",
        "{\"usage-consent\":{\"kinds\":[\"x\"],\"by\":\"ada\"}}|"
            + "sections.usage-consent.by sections.usage-consent.kinds",
        "{\"destinations\":{\"report-endpoint\":\"http://a.b\",\"x\":\"y\"}}|"
            + "sections.destinations.report-endpoint sections.destinations.x",
        "{\"privacy-texts\":{\"notice\":\"\",\"x\":\"y\"}}|"
            + "sections.privacy-texts.notice sections.privacy-texts.x"
      })
  void whatDoesNotFitIsToldByItsPlaceAndNothingIsChanged(String sections, String fields)
      throws IOException {
    JsonObject given = document(sections);
    JsonObject draft = draft(given);
    assertEquals(
        fields,
        draft.getAsJsonArray("problems").asList().stream()
            .map(one -> one.getAsJsonObject().get("field").getAsString())
            .sorted()
            .collect(Collectors.joining(" ")));
    Map<String, String> before = new HashMap<>(instance.kept);
    Exchange refused = put(given, draft.get("state").getAsString());
    assertEquals("invalid-field", refused.problem());
    Exchange.fields(refused.json());
    assertEquals(before, instance.kept);
  }

  @Test
  void oneMistakeKeepsTheWholeDocumentOut() throws IOException {
    JsonObject given = document("{\"retention\":{\"source-maps\":9},\"usage\":{}}");
    assertEquals("invalid-field", put(given, draft(given).get("state").getAsString()).problem());
    assertFalse(instance.kept.containsKey("retention"));
  }

  @Test
  void aDocumentOfAnotherKindIsRefused() throws IOException {
    JsonObject given =
        JsonParser.parseString("{\"format\":\"x\",\"version\":2,\"more\":1}").getAsJsonObject();
    assertEquals(4, draft(given).get("allProblems").getAsInt());
    assertEquals(400, instance.post("/settings/check", "[]").status());
    assertEquals(400, instance.post("/settings/check", "{").status());
  }

  @Test
  void hostileDocumentsAreBounded() throws IOException {
    String unknown =
        Stream.iterate(0, n -> n + 1)
            .limit(20_000)
            .map(n -> "\"k" + n + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    JsonObject draft = draft(document(unknown));
    assertEquals(100, draft.getAsJsonArray("problems").size());
    assertEquals(20_000, draft.get("allProblems").getAsInt());
    String longKey = "k".repeat(200_000);
    assertTrue(
        instance.post("/settings/check", document("{\"" + longKey + "\":1}")).text().length()
            < 2_000);
    assertEquals(
        "body-too-large",
        instance
            .post("/settings/check", document("{\"" + "k".repeat(300_000) + "\":1}"))
            .problem());
    assertEquals(400, instance.post("/settings/check", "{\"a\":".repeat(50_000)).status());
  }

  @Test
  void whatTheProductCannotKeepIsRefusedBeforehand() throws IOException {
    String words =
        Stream.iterate(0, n -> n + 1)
            .limit(900)
            .map(n -> "\"" + n + "w".repeat(150) + "\"")
            .collect(Collectors.joining(","));
    JsonObject given =
        document(
            "{\"redaction\":{\"kindsOff\":[],\"rulesOff\":[],\"words\":["
                + words
                + "],\"patterns\":[],\"allow\":[]}}");
    assertEquals(1, draft(given).get("allProblems").getAsInt());
  }

  @Test
  void nobodyOverwritesWhatAnotherAdministratorHasJustChanged() throws IOException {
    JsonObject given = document("{\"retention\":{\"source-maps\":9}}");
    String seen = draft(given).get("state").getAsString();
    assertEquals("\"" + seen + "\"", instance.get("/settings").answered("ETag"));
    done(instance.put("/usage/settings", "{\"threshold\":9,\"noise\":\"1\",\"retentionDays\":20}"));
    Exchange refused = put(given, seen);
    assertEquals("settings-changed", refused.problem());
    assertEquals(412, refused.status());
    assertFalse(instance.kept.containsKey("retention"));
    Exchange unseen =
        instance.send(
            RedactionInstance.changing("PUT", "/settings").body("application/json", given + ""));
    assertEquals("state-required", unseen.problem());
  }

  @Test
  void aChangeOfAnotherNodeCountsAtOnce() throws IOException {
    String seen = draft(document("{}")).get("state").getAsString();
    try (RedactionInstance other = new RedactionInstance(instance, "node2")) {
      done(
          other.put(
              "/reports/settings",
              "{\"on\":true,\"shortcut\":true,\"perHour\":9,\"retentionDays\":9,"
                  + "\"supportAddress\":\"\"}"));
    }
    assertEquals("settings-changed", put(document("{}"), seen).problem());
  }

  @Test
  void aProductThatFailsHalfWayLeavesAllAsItWas() throws IOException {
    chooseAll();
    JsonObject given =
        document(
            "{\"usage\":{\"threshold\":50,\"noise\":\"none\",\"retentionDays\":50},"
                + "\"reports\":{\"on\":false,\"shortcut\":true,\"perHour\":1,\"retentionDays\":1,"
                + "\"supportAddress\":\"\"},"
                + "\"retention\":{\"source-maps\":1}}");
    String seen = draft(given).get("state").getAsString();
    Map<String, String> before = new HashMap<>(instance.kept);
    instance.failing = Set.of("retention");
    Exchange failed = put(given, seen);
    instance.failing = Set.of();
    assertEquals(500, failed.status());
    assertEquals(before, instance.kept);
    assertEquals(seen, draft(given).get("state").getAsString());
  }

  @Test
  void resettingGoesBackToTheDefaultsOfWhatIsNamed() throws IOException {
    chooseAll();
    Exchange answer =
        instance.post("/settings/reset", "{\"sections\":[\"reports\",\"privacy-texts\"]}");
    assertEquals(200, answer.status(), answer::text);
    JsonObject result = fits(answer.json(), "SettingsResult");
    assertFalse(instance.kept.containsKey("reports"));
    assertFalse(instance.kept.containsKey("privacy-texts"));
    assertTrue(instance.kept.containsKey("usage"));
    assertFalse(reports(exported()).get("on").getAsBoolean());
    assertTrue(instance.audited().contains("settings-reset"));
    assertEquals(200, put(result.get("undo"), result.get("state").getAsString()).status());
    assertTrue(reports(exported()).get("on").getAsBoolean());
    assertTrue(instance.get("/settings").text().contains("Our words"));
  }

  @ParameterizedTest
  @CsvSource({"usage-consent", "destinations", "instance-key", "x"})
  void whatAPersonDoesByHandIsNotReset(String section) throws IOException {
    chooseAll();
    Map<String, String> before = new HashMap<>(instance.kept);
    Exchange refused = instance.post("/settings/reset", "{\"sections\":[\"" + section + "\"]}");
    assertEquals(List.of("sections[0]"), Exchange.fields(refused.json()));
    assertEquals(before, instance.kept);
  }

  @Test
  void aSectionThatCannotBeReadIsToldAndMended() throws IOException {
    instance.kept.put("redaction", "{broken");
    JsonObject told = fits(instance.get("/settings/sections").json(), "SettingsSections");
    JsonObject redaction =
        told.getAsJsonArray("sections").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(one -> one.get("id").getAsString().equals("redaction"))
            .findFirst()
            .orElseThrow();
    assertFalse(redaction.get("readable").getAsBoolean());
    assertFalse(exported().getAsJsonObject("sections").has("redaction"));
    assertEquals(200, instance.post("/settings/reset", "{\"sections\":[\"redaction\"]}").status());
    assertTrue(exported().getAsJsonObject("sections").has("redaction"));
  }

  @Test
  void thePageTellsEachSettingInWordsWithItsDefault() throws IOException {
    JsonObject fresh = fits(instance.get("/settings/sections").json(), "SettingsSections");
    fresh
        .getAsJsonArray("sections")
        .forEach(one -> assertFalse(one.getAsJsonObject().get("differs").getAsBoolean(), "" + one));
    chooseAll();
    Exchange answer = instance.get("/settings/sections");
    assertFalse(answer.text().contains(SECRET));
    for (JsonElement section : fits(answer.json(), "SettingsSections").getAsJsonArray("sections")) {
      JsonObject one = section.getAsJsonObject();
      assertEquals(
          !one.get("byHand").getAsBoolean(), one.get("differs").getAsBoolean(), "" + section);
      for (JsonElement setting : one.getAsJsonArray("settings")) {
        assertFalse(
            setting.getAsJsonObject().get("title").equals(setting.getAsJsonObject().get("name")),
            () -> "no words for " + setting);
      }
    }
    assertTrue(answer.text().getBytes(StandardCharsets.UTF_8).length < 20_000);
  }
}
