package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.hearth.errors.intake.Post;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.reports.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCallsTest {

  private static final String SETTINGS =
      "{\"on\":true,\"shortcut\":true,\"perHour\":10,\"retentionDays\":90,"
          + "\"supportAddress\":\"support@vendor.example\"}";

  @TempDir private Path home;
  private ReportInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new ReportInstance(home);
    assertEquals(200, instance.put("/reports/settings", SETTINGS).status());
  }

  @AfterEach
  void stop() {
    instance.errors.close();
  }

  private static String pictured() {
    return Base64.getEncoder().encodeToString(Pictures.png(30, 20));
  }

  private String sent() throws IOException {
    Exchange answer =
        instance.report(
            "{\"happened\":\"Tafel ist leer\\nseit heute\",\"expected\":\"Karten\","
                + "\"page\":\"/jira/browse/A-1?x=y\",\"app\":\"com.acme.app\",\"withEmail\":true,"
                + "\"errors\":[{\"app\":\"com.acme.app\",\"type\":\"TypeError\","
                + "\"value\":\"board 17 broke\"}],\"screenshot\":\""
                + pictured()
                + "\"}");
    assertEquals(201, answer.status(), answer.text());
    return fits(answer.json(), "ReportReceipt").get("id").getAsString();
  }

  private JsonObject detail(String id) throws IOException {
    return fits(instance.get("/reports/" + id).json(), "Report");
  }

  @Test
  void theDialogLearnsItsWordsAndTheAddress() throws IOException {
    JsonObject form = fits(instance.asked(Exchange.get(ReportInstance.FORM)).json(), "ReportForm");
    assertEquals("ada@example.com", form.get("email").getAsString());
    assertEquals("Report a problem", form.getAsJsonObject("words").get("title").getAsString());
  }

  @Test
  void aReportComesToTheInboxWithItsPictureAndItsErrors() throws IOException {
    instance.installed.add(
        new InstalledApp("com.acme.app", "Acme", "1.0", "Acme", "enabled", false));
    instance.put(
        "/errors/settings",
        "{\"watch\":\"all-apps\",\"apps\":[],\"noiseKept\":[],\"filters\":[],"
            + "\"retentionDays\":90,\"logNew\":false}");
    String event =
        """
        {}
        {"type":"event"}
        {"tags":{"hearth.app":"com.acme.app"},"exception":{"values":[{"type":"TypeError",\
        "value":"board 17 broke","stacktrace":{"frames":[{"function":"f","filename":"a.js",\
        "module":"com.acme.app:web","lineno":1,"colno":2}]}}]}}
        """;
    instance
        .errors
        .intake()
        .take(
            new Post(
                new ByteArrayInputStream(event.getBytes(UTF_8)), "", Optional.of("s"), "", ""));
    String id = sent();
    JsonObject list = fits(instance.get("/reports").json(), "Reports");
    assertEquals(1, list.get("total").getAsInt());
    assertEquals(1, list.getAsJsonObject("states").get("new").getAsInt());
    JsonObject report = detail(id);
    assertEquals("Tafel ist leer", report.get("title").getAsString());
    assertEquals("/jira/browse/A-1", report.get("page").getAsString());
    assertEquals("Acme", report.getAsJsonObject("app").get("name").getAsString());
    assertEquals("ada@example.com", report.get("email").getAsString());
    assertTrue(report.getAsJsonArray("errors").get(0).getAsJsonObject().has("group"));
    Exchange picture = instance.get("/reports/" + id + "/screenshot");
    assertEquals("image/png", picture.answered("Content-Type"));
    assertEquals("default-src 'none'; sandbox", picture.answered("Content-Security-Policy"));
    assertEquals("nosniff", picture.answered("X-Content-Type-Options"));
  }

  @Test
  void withoutConsentNothingTellsWhoSentIt() throws IOException {
    instance.report("{\"happened\":\"it broke\",\"withEmail\":false}");
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(home.resolve("hearth/reports"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertTrue(all.toString().contains("it broke"));
    for (String name : List.of("ada", "key-ada")) {
      assertFalse(all.toString().contains(name), all.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | happened",
        "{\"happened\":\" \"} | happened",
        "{\"happened\":7} | happened",
        "{\"happened\":\"x\",\"who\":\"bob\"} | who",
        "{\"happened\":\"x\",\"email\":\"bob@example.com\"} | email",
        "{\"happened\":\"x\",\"screenshot\":\"no base64!\"} | screenshot",
        "{\"happened\":\"x\",\"screenshot\":\"PHN2Zz4=\"} | screenshot",
        "{\"happened\":\"x\",\"errors\":[1]} | errors[0]"
      })
  void whatDoesNotFitIsNamed(String body, String field) throws IOException {
    Exchange answer = instance.report(body);
    assertEquals("invalid-field", answer.problem());
    assertEquals(field, Exchange.fields(answer.json()).get(0));
  }

  @Test
  void aReportNeedsALoginAProofAndAnAdministratorWhoWantsIt() throws IOException {
    String body = "{\"happened\":\"x\"}";
    assertEquals(
        "xsrf-refused",
        instance
            .asked(Exchange.post(ReportInstance.FORM, body).without("X-Atlassian-Token"))
            .problem());
    assertEquals(
        "xsrf-refused",
        instance
            .asked(
                Exchange.post(ReportInstance.FORM, body).header("Origin", "https://evil.example"))
            .problem());
    assertEquals(405, instance.asked(Exchange.of("PUT", ReportInstance.FORM)).status());
    instance.put("/reports/settings", SETTINGS.replace("\"on\":true", "\"on\":false"));
    assertEquals("reports-off", instance.report(body).problem());
    instance.user = Optional.empty();
    assertEquals("not-logged-in", instance.report(body).problem());
    assertEquals("not-logged-in", instance.asked(Exchange.get(ReportInstance.FORM)).problem());
  }

  @Test
  void aBodyOfAnySizeIsCutOrRefused() throws IOException {
    String ten = "{\"happened\":\"" + "x".repeat(10 << 20) + "\"}";
    assertEquals(201, instance.report(ten).status());
    String more = "{\"happened\":\"" + "x".repeat(13 << 20) + "\"}";
    assertEquals("body-too-large", instance.report(more).problem());
    assertEquals(
        "body-too-large",
        instance.asked(Exchange.post(ReportInstance.FORM, more).chunked()).problem());
  }

  @Test
  void theInboxIsForAdministratorsWithASecureSession() throws IOException {
    String id = sent();
    instance.secureSession = false;
    assertEquals("websudo-required", instance.get("/reports/" + id).problem());
    assertEquals("websudo-required", instance.get("/reports/" + id + "/screenshot").problem());
    instance.secureSession = true;
    instance.systemAdministrator = false;
    assertEquals("not-system-administrator", instance.get("/reports").problem());
  }

  @Test
  void reportsAreSearchedAndNarrowed() throws IOException {
    String id = sent();
    instance.report("{\"happened\":\"Search finds nothing\"}");
    assertEquals(1, total("q", "LEER seit"));
    assertEquals(1, total("q", "ada@"));
    assertEquals(0, total("state", "closed"));
    handle(id, 0, "closed");
    assertEquals(1, total("state", "closed"));
    assertEquals(
        "invalid-field", instance.send(Exchange.get("/reports").query("state", "gone")).problem());
  }

  private int total(String name, String value) throws IOException {
    JsonObject list =
        fits(instance.send(Exchange.get("/reports").query(name, value)).json(), "Reports");
    return list.get("total").getAsInt();
  }

  private Exchange handle(String id, long revision, String state) throws IOException {
    return instance.put(
        "/reports/" + id + "/handling",
        "{\"revision\":%d,\"state\":\"%s\",\"notes\":\"n\",\"zip\":{\"name\":\"a.zip\",\"sha256\":\"%s\"}}"
            .formatted(revision, state, "0".repeat(64)));
  }

  @Test
  void ofTwoAdministratorsTheSecondIsTold() throws IOException {
    String id = sent();
    JsonObject changed = fits(handle(id, 0, "sent").json(), "Report").getAsJsonObject("handling");
    assertEquals("ada", changed.get("by").getAsString());
    assertEquals("conflict", handle(id, 0, "closed").problem());
    assertEquals(200, handle(id, changed.get("revision").getAsLong(), "closed").status());
    assertEquals("not-found", handle("0".repeat(16), 0, "closed").problem());
    assertEquals("not-found", handle("..", 0, "closed").problem());
  }

  private Exchange draft(String id, String... query) throws IOException {
    Exchange call =
        Exchange.of("POST", "/reports/" + id + "/draft").header("X-Atlassian-Token", "no-check");
    for (int n = 0; n < query.length; n += 2) {
      call.query(query[n], query[n + 1]);
    }
    return instance.send(call);
  }

  @Test
  void aDraftIsWrittenInTheReportersNameOrTheAdministrators() throws IOException {
    String id = sent();
    instance.user = Optional.of(new HostUser("r", "root", "Root", Optional.of("root@example.com")));
    String mail =
        draft(id, "from", "administrator", "replyTo", "reporter", "to", "help@vendor.example")
            .text();
    assertTrue(mail.contains("\r\nFrom: root@example.com\r\nReply-To: ada@example.com\r\n"), mail);
    assertFalse(mail.contains("screenshot.png"), "only what is asked for goes along");
    assertTrue(draft(id, "from", "reporter", "screenshot", "yes").text().contains("image/png"));
    assertEquals("invalid-field", draft(id).problem());
    assertEquals("invalid-field", draft(id, "from", "reporter", "to", "a@b\r\nBcc: c@d").problem());
    assertTrue(audited().contains("report-drafted"));
  }

  @Test
  void aSupportZipIsAttachedWhole() throws IOException {
    String id = sent();
    byte[] zip = new byte[300_000];
    zip[0] = 'P';
    zip[1] = 'K';
    Exchange call =
        Exchange.of("POST", "/reports/" + id + "/draft")
            .header("X-Atlassian-Token", "no-check")
            .query("form", "zip")
            .query("zip", "../hearth support.zip")
            .query("screenshot", "yes")
            .body("application/zip", zip);
    byte[] made = instance.send(call).bytes();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(made))) {
      assertEquals("ticket.md", in.getNextEntry().getName());
      String ticket = new String(in.readAllBytes(), UTF_8);
      assertTrue(ticket.contains("## What happened\n\nTafel ist leer"), ticket);
      assertEquals("attachments/screenshot.png", in.getNextEntry().getName());
      assertEquals("attachments/hearth_support.zip", in.getNextEntry().getName());
      assertEquals(zip.length, in.readAllBytes().length);
    }
    assertEquals(
        "malformed-body",
        instance
            .send(
                Exchange.of("POST", "/reports/" + id + "/draft")
                    .header("X-Atlassian-Token", "no-check")
                    .query("form", "zip")
                    .query("zip", "x.zip")
                    .body("application/zip", "no zip"))
            .problem());
  }

  @Test
  void notesOfAdministratorsStayInTheHouse() throws IOException {
    String id = sent();
    instance.put(
        "/reports/" + id + "/handling",
        "{\"revision\":0,\"state\":\"new\",\"notes\":\"complains often\"}");
    String made = draft(id, "form", "zip").text();
    assertFalse(made.contains("complains often"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"on\":true,\"shortcut\":true,\"perHour\":61,\"retentionDays\":1,\"supportAddress\":\"\"}",
        "{\"on\":true,\"shortcut\":true,\"perHour\":1,\"retentionDays\":181,\"supportAddress\":\"\"}",
        "{\"on\":true,\"shortcut\":true,\"perHour\":1,\"retentionDays\":1,\"supportAddress\":\"a, b\"}"
      })
  void settingsThatDoNotFitAreRefused(String body) throws IOException {
    assertEquals("invalid-field", instance.put("/reports/settings", body).problem());
  }

  @Test
  void aReportIsDeletedByHandAndByItsAge() throws IOException {
    String id = sent();
    assertEquals(
        204, instance.send(RedactionInstance.changing("DELETE", "/reports/" + id)).status());
    assertEquals("not-found", instance.get("/reports/" + id).problem());
    String old = sent();
    instance.time.now = instance.time.now.plus(Duration.ofDays(91));
    Instant before = instance.time.now.minus(Duration.ofDays(90));
    assertEquals(1, instance.reports.kinds().get(0).delete(Optional.of(before)));
    assertEquals("not-found", instance.get("/reports/" + old).problem());
    assertTrue(audited().contains("report-deleted"));
  }

  private String audited() throws IOException {
    return Files.readString(home.resolve("hearth/nodes/node1/audit.jsonl"));
  }
}
