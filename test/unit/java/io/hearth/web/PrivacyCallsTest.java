package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyCallsTest {

  @TempDir Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new RedactionInstance(home);
    assertEquals(
        201, instance.post("/redaction/cases", "{\"name\":\"=1+1\",\"lookup\":false}").status());
  }

  @AfterEach
  void stop() {
    instance.close();
  }

  private Exchange raw(String kind, String name) throws IOException {
    return instance.send(
        Exchange.get("/privacy/kinds/" + kind + "/raw/content").query("name", name));
  }

  @Test
  void allOfItNeedsASecureSession() throws IOException {
    instance.secureSession = false;
    for (String path : List.of("/privacy", "/privacy/export", "/privacy/audit")) {
      assertEquals("websudo-required", instance.get(path).problem());
    }
    assertEquals("websudo-required", instance.post("/privacy/deletions", "{}").problem());
    assertEquals("websudo-required", instance.post("/privacy/egress", "{}").problem());
  }

  @Test
  void whatIsStoredIsShownAsTextAndTheLookStandsInTheTrail() throws IOException {
    JsonObject names = fits(instance.get("/privacy/kinds/support-cases/raw").json(), "RawNames");
    String name = names.getAsJsonArray("names").get(0).getAsString();
    JsonObject shown = fits(raw("support-cases", name).json(), "RawText");
    assertTrue(shown.get("text").getAsString().contains("1+1"));
    assertFalse(shown.get("cut").getAsBoolean());
    assertTrue(instance.get("/privacy/audit").text().contains("data-viewed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../secret", "/etc/passwd", "redaction/cases/x/key", "nodes/../x", "a\u0000b"})
  void noNameLeadsElsewhere(String name) throws IOException {
    Files.writeString(home.resolve("secret"), "secret");
    assertEquals("not-found", raw("support-cases", name).problem());
    assertEquals("not-found", raw("no-such-kind", name).problem());
    assertEquals("not-found", raw("../x", name).problem());
  }

  @Test
  void theExportHoldsTheFilesAndNoSecret() throws IOException {
    instance.put(
        "/destinations/report-endpoint",
        "{\"address\":\"https://a.example/x\",\"host\":\"a.example\",\"token\":\"s3cr3t\"}");
    ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(instance.get("/privacy/export").bytes()));
    StringBuilder names = new StringBuilder();
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      names.append(entry.getName()).append('\n');
      assertFalse(new String(zip.readAllBytes()).contains("s3cr3t"), entry.getName());
    }
    assertTrue(names.toString().contains("audit-trail/nodes/node1/audit.jsonl"));
    assertFalse(names.toString().contains("/key\n"), names.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | kinds",
        "{\"kinds\":[]} | kinds",
        "{\"kinds\":[\"nothing\"]} | kinds",
        "{\"kinds\":[\"timeline\"],\"before\":\"yesterday\"} | before",
        "{\"kinds\":[\"timeline\"],\"before\":\"2999-01-01T00:00:00Z\"} | before",
        "{\"kinds\":[\"timeline\"],\"x\":1} | x"
      })
  void aDeletionThatIsUnclearIsRefused(String body, String field) throws IOException {
    Exchange answer = instance.post("/privacy/deletions/check", body);
    assertEquals(List.of(field), Exchange.fields(answer.json()));
    assertTrue(
        Exchange.fields(instance.post("/privacy/deletions", body).json()).contains("confirm"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"days\":{\"support-cases\":0}} | days.support-cases",
        "{\"days\":{\"support-cases\":181}} | days.support-cases",
        "{\"days\":{\"lookup-tables\":8}} | days.lookup-tables",
        "{\"days\":{\"nothing\":8}} | days.nothing",
        "{} | days"
      })
  void aTimeThatIsTooLongOrNobodysIsRefused(String body, String field) throws IOException {
    Exchange answer = instance.put("/privacy/retention", body);
    assertEquals(List.of(field), Exchange.fields(answer.json()));
  }

  @Test
  void aTimeThatIsChosenHoldsAndStandsInTheTrailWithTheOneBefore() throws IOException {
    instance.put("/privacy/retention", "{\"days\":{\"support-cases\":5,\"browser-errors\":7}}");
    assertTrue(
        instance
            .get("/privacy/audit")
            .text()
            .contains("\"support-cases\":{\"before\":180,\"now\":5}"));
    assertTrue(instance.get("/errors/settings").text().contains("\"retentionDays\":7"));
    instance.privacy.retention().runNow();
    instance.time.now = instance.time.now.plus(Duration.ofDays(6));
    instance.privacy.retention().runNow();
    assertEquals(0, instance.get("/redaction/cases").json().getAsJsonArray("cases").size());
    assertTrue(instance.get("/privacy/audit").text().contains("data-expired"));
  }

  @Test
  void theTrailIsNarrowedPagedAndExportedWithoutFormulas() throws IOException {
    instance.post("/redaction/cases", "{\"name\":\"b\",\"lookup\":false}");
    JsonObject all = fits(instance.get("/privacy/audit").json(), "AuditTrail");
    assertEquals(2, all.get("total").getAsInt());
    Exchange paged = instance.send(Exchange.get("/privacy/audit").query("limit", "1"));
    assertEquals(1, paged.json().getAsJsonArray("entries").size());
    Exchange nobody = instance.send(Exchange.get("/privacy/audit").query("who", "eve"));
    assertEquals(0, nobody.json().get("total").getAsInt());
    Exchange later =
        instance.send(Exchange.get("/privacy/audit").query("from", "2999-01-01T00:00:00Z"));
    assertEquals(0, later.json().get("total").getAsInt());
    Exchange wrong = instance.send(Exchange.get("/privacy/audit").query("did", "murder"));
    assertEquals(List.of("did"), Exchange.fields(wrong.json()));
    instance.user =
        java.util.Optional.of(
            new io.hearth.host.HostUser("k", "=cmd", "x", java.util.Optional.empty()));
    instance.post("/redaction/cases", "{\"name\":\"c\",\"lookup\":false}");
    Exchange csv = instance.send(Exchange.get("/privacy/audit/export").query("format", "csv"));
    assertTrue(csv.text().contains("\"'=cmd\""), csv.text());
    assertEquals(3 + 1, csv.text().split("\r\n").length);
  }

  @Test
  void halfALineOfTheTrailHidesNoOther() throws IOException {
    Files.writeString(
        home.resolve("hearth/nodes/node1/audit.1.jsonl"),
        "{\"at\":\"2026-01-01T00:00:00Z\",\"who\":\"ada\",\"did\":\"x\"}\n{\"at\":\"20");
    JsonObject all = fits(instance.get("/privacy/audit").json(), "AuditTrail");
    assertEquals(2, all.get("total").getAsInt());
  }

  @Test
  void textsAreGeneratedAndMayBeTheCustomersOwn() throws IOException {
    for (String id : List.of("register", "notice")) {
      JsonObject text = fits(instance.get("/privacy/texts/" + id).json(), "PrivacyText");
      assertTrue(text.get("text").getAsString().contains("# Browser errors"), text.toString());
      assertFalse(text.get("text").getAsString().contains("privacy."), text.toString());
    }
    String hostile = "# <script>alert(1)</script>\\u0000\\u2028 = ours";
    JsonObject own = instance.put("/privacy/texts/notice", "{\"text\":\"" + hostile + "\"}").json();
    assertEquals("# <script>alert(1)</script> = ours", own.get("text").getAsString());
    assertEquals(
        List.of("text"),
        Exchange.fields(
            instance
                .put("/privacy/texts/notice", "{\"text\":\"" + "x".repeat(20_001) + "\"}")
                .json()));
    assertEquals(204, instance.delete("/privacy/texts/notice").status());
    assertFalse(instance.get("/privacy/texts/notice").json().has("changedAt"));
    assertEquals("not-found", instance.get("/privacy/texts/other").problem());
  }

  @Test
  void theAppsOwnClassesOpenNoConnectionButThroughTheOneDoor() throws IOException {
    JsonObject check = fits(instance.post("/privacy/egress", "{}").json(), "EgressCheck");
    assertTrue(check.get("classes").getAsInt() > 300, check.toString());
    assertEquals("[]", check.get("strange").toString());
    assertTrue(check.get("doors").toString().contains("io.hearth.egress.Outgoing"));
    assertTrue(instance.get("/privacy/audit").text().contains("egress-checked"));
  }
}
