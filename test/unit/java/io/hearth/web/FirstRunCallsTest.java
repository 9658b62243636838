package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunCallsTest {

  private static final String YES = "{\"errors\":\"all-apps\",\"reports\":true,\"usage\":true}";

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

  private JsonObject told(Exchange answer) {
    assertEquals(200, answer.status(), answer::text);
    return fits(answer.json(), "FirstRun");
  }

  private String state() throws IOException {
    return told(instance.get("/first-run")).get("state").getAsString();
  }

  @Test
  void aFreshInstanceAsksAndTakesNothingFromPeopleBefore() throws IOException {
    JsonObject fresh = told(instance.get("/first-run"));
    assertEquals(
        "{\"state\":\"open\",\"errors\":\"this-app\",\"reports\":false,\"counting\":false,\"destinations\":0}",
        fresh.toString());
    assertEquals(Map.of(), instance.kept);
  }

  @Test
  void answersAreSettingsAndYesToCountingIsNoConsent() throws IOException {
    JsonObject told = told(instance.post("/first-run/answers", YES));
    assertEquals("answered", told.get("state").getAsString());
    assertEquals("all-apps", told.get("errors").getAsString());
    assertTrue(told.get("reports").getAsBoolean());
    assertFalse(told.get("counting").getAsBoolean());
    assertFalse(instance.kept.containsKey("usage-consent"));
    JsonObject reports = instance.get("/reports/settings").json();
    assertTrue(reports.get("on").getAsBoolean());
    assertEquals(10, reports.get("perHour").getAsInt());
    String audit = instance.audited();
    assertTrue(audit.contains("first-run-answered"), audit);
    assertTrue(audit.contains("{\"setting\":\"reports.on\",\"before\":false,\"now\":true}"), audit);
    assertTrue(audit.contains("\"usageWanted\":true"), audit);
  }

  @Test
  void answersLeaveOtherSettingsAsTheyAre() throws IOException {
    instance.put(
        "/errors/settings",
        "{\"watch\":\"none\",\"apps\":[\"a\"],\"noiseKept\":[],\"filters\":[],"
            + "\"retentionDays\":7,\"logNew\":false}");
    told(instance.post("/first-run/answers", YES));
    JsonObject errors = instance.get("/errors/settings").json().getAsJsonObject("settings");
    assertEquals(7, errors.get("retentionDays").getAsInt());
    assertEquals(1, errors.getAsJsonArray("apps").size());
  }

  @Test
  void puttingOffHoldsForAllAndAnsweringIsStillPossible() throws IOException {
    assertEquals(
        "put-off", told(instance.post("/first-run/later", "{}")).get("state").getAsString());
    try (RedactionInstance other = new RedactionInstance(instance, "node2")) {
      assertEquals("put-off", told(other.get("/first-run")).get("state").getAsString());
    }
    assertTrue(instance.audited().contains("first-run-put-off"));
    told(instance.post("/first-run/answers", YES));
    told(instance.post("/first-run/later", "{}"));
    assertEquals("answered", state());
  }

  @Test
  void whatDoesNotFitChangesNothing() throws IOException {
    Map<String, String> before = new HashMap<>(instance.kept);
    assertEquals(
        List.of("x", "usage", "errors", "reports"),
        Exchange.fields(
            instance
                .post("/first-run/answers", "{\"errors\":\"spy\",\"reports\":1,\"x\":2}")
                .json()));
    assertEquals(before, instance.kept);
    assertEquals(400, instance.post("/first-run/answers", "[]").status());
  }

  @Test
  void whatCannotBeReadIsAskedAgain() throws IOException {
    instance.kept.put("first-run", "{");
    assertEquals("open", state());
  }

  @Test
  void onlyAnAdministratorIsAsked() throws IOException {
    instance.systemAdministrator = false;
    assertEquals(403, instance.get("/first-run").status());
    assertEquals(403, instance.post("/first-run/answers", YES).status());
  }
}
