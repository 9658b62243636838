package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StoredZipCallsTest {

  private static final String ZIPS = "/support-zips";

  @TempDir Path home;
  private RedactionInstance jira;

  @BeforeEach
  void start() throws IOException {
    jira = new RedactionInstance(home);
    jira.stored.start();
    jira.write("log/atlassian-jira.log", "2026-03-01 12:00:00,000 user mail ada@example.com\n");
  }

  @AfterEach
  void stop() {
    jira.close();
  }

  private JsonObject ordered() throws IOException {
    Exchange answer = jira.post(ZIPS, "{\"items\": [\"product-logs\"]}");
    assertEquals(202, answer.status(), answer.text());
    return RedactionInstance.fits(answer.json(), "StoredZip");
  }

  private JsonObject done() throws IOException {
    return ended(ordered());
  }

  private JsonObject ended(JsonObject ordered) throws IOException {
    String id = ordered.get("id").getAsString();
    while (true) {
      JsonObject zip = RedactionInstance.fits(jira.get(ZIPS + "/" + id).json(), "StoredZip");
      if (!List.of("queued", "running").contains(zip.get("state").getAsString())) {
        return zip;
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void aZipIsOrderedListedDownloadedKeptAndDeletedAndEachDeedIsAudited() throws IOException {
    JsonObject zip = done();
    assertEquals("done", zip.get("state").getAsString());
    String one = ZIPS + "/" + zip.get("id").getAsString();
    JsonObject list = RedactionInstance.fits(jira.get(ZIPS).json(), "StoredZips");
    assertFalse(list.getAsJsonArray("zips").get(0).getAsJsonObject().has("outcome"));
    assertTrue(zip.has("outcome"));

    Exchange content = jira.get(one + "/content");
    assertEquals(zip.get("bytes").getAsLong(), content.bytes().length);
    assertEquals("\"" + zip.get("sha256").getAsString() + "\"", content.answered("ETag"));
    assertFalse(jira.post(one + "/keep", "{\"kept\": true}").json().has("expiresAt"));
    assertTrue(jira.post(one + "/keep", "{\"kept\": false}").json().has("expiresAt"));
    assertEquals(204, jira.post(one + "/cancel", "{}").status());
    assertEquals(204, jira.delete(one).status());
    assertEquals(404, jira.get(one).status());
    assertEquals(404, jira.delete(one).status());

    for (String deed : List.of("ordered", "stored", "downloaded", "kept", "deleted")) {
      assertTrue(jira.audited().contains("\"did\":\"support-zip-" + deed + "\""), deed);
    }
    Pattern withSum = Pattern.compile("deleted.*" + zip.get("sha256").getAsString());
    assertTrue(withSum.matcher(jira.audited()).find());
  }

  @Test
  void entriesAreTakenOutIntoAZipOfItsOwnAndBothSumsAreAudited() throws IOException {
    JsonObject zip = done();
    String one = ZIPS + "/" + zip.get("id").getAsString();
    String log = "product-logs/atlassian-jira.log";

    Exchange answer =
        jira.post(one + "/prune", "{\"entries\": [\"" + log + "\"], \"by\": \"Ada\"}");
    assertEquals(202, answer.status(), answer.text());
    JsonObject ordered = RedactionInstance.fits(answer.json(), "StoredZip");
    assertEquals(zip.get("id"), ordered.get("of"));
    JsonObject made = ended(ordered);
    assertEquals(200, jira.get(one).status());
    List<String> lines =
        jira.audited().lines().filter(told -> told.contains(made.get("id").getAsString())).toList();
    assertTrue(lines.get(0).contains("support-zip-pruned"), lines.get(0));
    assertTrue(lines.get(0).contains(zip.get("sha256").getAsString()), lines.get(0));
    assertTrue(lines.get(1).contains("support-zip-stored"), lines.get(1));
    assertTrue(lines.get(1).contains(made.get("sha256").getAsString()), lines.get(1));
    assertTrue(lines.get(1).contains(zip.get("id").getAsString()), lines.get(1));

    String other = ZIPS + "/" + made.get("id").getAsString();
    Exchange content = jira.get(other + "/content");
    assertEquals("\"" + made.get("sha256").getAsString() + "\"", content.answered("ETag"));
    // It is not there any more.
    Exchange again = jira.post(other + "/prune", "{\"entries\": [\"" + log + "\"]}");
    assertEquals(400, again.status());
    assertTrue(again.text().contains(log), again.text());
  }

  @Test
  void linesAndWordsAreTakenOutAndTheWordsAreInNoAnswerAndNoAudit() throws IOException {
    JsonObject zip = done();
    String one = ZIPS + "/" + zip.get("id").getAsString();
    String log = "product-logs/atlassian-jira.log";
    String body =
        """
        {"lines": [{"entry": "%1$s", "from": 0, "to": 5}],
         "words": [{"text": "nEedle-7431", "matchCase": true, "entries": ["%1$s"]}]}
        """
            .formatted(log);

    Exchange answer = jira.post(one + "/prune", body);
    assertEquals(202, answer.status(), answer.text());
    JsonObject made = ended(answer.json());
    assertEquals("done", made.get("state").getAsString());
    assertTrue(made.toString().contains("taken-out"), made.toString());
    String told = jira.audited() + made + jira.get(ZIPS).text();
    assertFalse(told.contains("nEedle-7431"), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | entries",
        "{\"entries\": []} | entries",
        "{\"entries\": [\"none.txt\"]} | entries",
        "{\"entries\": [\"manifest.json\"]} | entries",
        "{\"entries\": [\"../job.json\"]} | entries",
        "{\"entries\": [5]} | entries[0]",
        "{\"entries\": [\"a\", \"a\"]} | entries[1]",
        "{\"entries\": [\"a\"], \"by\": \"\"} | by",
        "{\"entries\": [\"a\"], \"files\": []} | files",
        "{\"lines\": [], \"words\": []} | entries",
        "{\"lines\": [{\"entry\": \"none.txt\", \"from\": 0, \"to\": 1}]} | entries",
        "{\"lines\": [{\"entry\": \"a\", \"from\": 0}]} | lines[0].to",
        "{\"lines\": [{\"entry\": \"a\", \"from\": 5, \"to\": 5}]} | lines[0].to",
        "{\"lines\": [{\"entry\": \"a\", \"from\": -1, \"to\": 5}]} | lines[0].from",
        "{\"lines\": [7]} | lines[0]",
        "{\"words\": [{\"text\": \"a\", \"entries\": [\"a\"]}]} | words[0].text",
        "{\"words\": [{\"text\": \"\\ud800a\", \"entries\": [\"a\"]}]} | words[0].text",
        "{\"words\": [{\"text\": \"ab\", \"entries\": []}]} | words[0].entries",
        "{\"words\": [{\"text\": \"ab\"}]} | words[0].entries",
        "{\"words\": [{\"text\": \"ab\", \"entries\": [\"a\"], \"pattern\": 1}]} | words[0].pattern",
      })
  void whatCannotBeTakenOutIsRefused(String body, String field) throws IOException {
    String one = ZIPS + "/" + done().get("id").getAsString();
    Exchange answer = jira.post(one + "/prune", body);
    assertEquals(400, answer.status(), answer.text());
    assertTrue(answer.text().contains("\"field\":\"" + field + "\""), answer.text());
    assertEquals(404, jira.post(ZIPS + "/none/prune", "{\"entries\": [\"a\"]}").status());
  }

  @Test
  void whetherZipsAreMadeByThemselvesIsKeptAndAudited() throws IOException {
    String watch = ZIPS + "/watch";
    JsonObject first = RedactionInstance.fits(jira.get(watch).json(), "HealthWatch");
    assertFalse(first.get("on").getAsBoolean());
    String on = "{\"on\":true,\"heapPercent\":90,\"heapMinutes\":2,\"errorsPerMinute\":100}";
    assertEquals(200, jira.put(watch, on).status());
    JsonObject now = RedactionInstance.fits(jira.get(watch).json(), "HealthWatch");
    assertEquals(JsonParser.parseString(on), now);
    assertTrue(jira.audited().contains("\"did\":\"health-watch-changed\""));
    for (String bad :
        List.of(
            "{}",
            on.replace("90", "101"),
            on.replace("90", "49"),
            on.replace(":2,", ":61,"),
            on.replace("true", "1"),
            on.replace("100", "\"100\""))) {
      assertEquals("invalid-field", jira.put(watch, bad).problem(), bad);
    }
  }

  @Test
  void aDownloadThatBrokeOffGoesOnUnlessTheFileIsAnother() throws IOException {
    JsonObject zip = done();
    String address = ZIPS + "/" + zip.get("id").getAsString() + "/content";
    byte[] whole = jira.get(address).bytes();
    String tag = "\"" + zip.get("sha256").getAsString() + "\"";

    Exchange rest = send(address, "bytes=100-", Optional.of(tag));
    assertEquals(206, rest.status());
    assertArrayEquals(Arrays.copyOfRange(whole, 100, whole.length), rest.bytes());
    assertEquals(
        "bytes 100-" + (whole.length - 1) + "/" + whole.length, rest.answered("Content-Range"));

    assertEquals(200, send(address, "bytes=100-", Optional.of("\"other\"")).status());
    assertArrayEquals(
        Arrays.copyOfRange(whole, whole.length - 7, whole.length),
        send(address, "bytes=-7", Optional.empty()).bytes());
    assertArrayEquals(
        Arrays.copyOfRange(whole, 3, 5), send(address, "bytes=3-4", Optional.empty()).bytes());
    assertArrayEquals(whole, send(address, "bytes=0-999999999", Optional.empty()).bytes());
    assertEquals(0, send("HEAD", address, "bytes=0-5", Optional.empty()).bytes().length);
  }

  @Test
  void whoReadsAZipInManyPartsIsAuditedOnce() throws IOException {
    String address = ZIPS + "/" + done().get("id").getAsString() + "/content";
    for (int n = 0; n < 50; n++) {
      send(address, "bytes=" + n + "-" + (n + 1), Optional.empty());
    }

    assertEquals(2, jira.audited().split("read-in-part", -1).length);
  }

  private Exchange send(String address, String range, Optional<String> tag) throws IOException {
    return send("GET", address, range, tag);
  }

  private Exchange send(String method, String address, String range, Optional<String> tag)
      throws IOException {
    Exchange call = Exchange.of(method, address).header("Range", range);
    tag.ifPresent(known -> call.header("If-Range", known));
    return jira.send(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=999999999-",
        "bytes=5-3",
        "bytes=-0",
        "bytes=-",
        "bytes=a-b",
        "bytes=0-1,3-4",
        "bytes=99999999999999999999-",
        "bytes=0-99999999999999999999"
      })
  void aRangeOutOfBoundsIsRefused(String range) throws IOException {
    JsonObject zip = done();
    Exchange answer =
        send(ZIPS + "/" + zip.get("id").getAsString() + "/content", range, Optional.empty());

    assertEquals("range-not-satisfiable", answer.problem());
    assertEquals(416, answer.status());
    assertEquals("bytes */" + zip.get("bytes").getAsString(), answer.answered("Content-Range"));
  }

  @ParameterizedTest
  @CsvSource({
    "..",
    ".",
    "%2e%2e",
    "..\\..",
    "job.json",
    "00000000-0000-0000-0000-000000000000",
    "a b",
    "é"
  })
  void anIdThatIsNoneIsNotFound(String id) throws IOException {
    Files.writeString(Files.createDirectories(home.resolve("hearth/zips")).resolve("x"), "");
    for (String part : List.of("", "/content", "/events")) {
      assertEquals(404, jira.get(ZIPS + "/" + id + part).status(), part);
    }
    assertEquals(404, jira.delete(ZIPS + "/" + id).status());
    assertEquals(404, jira.post(ZIPS + "/" + id + "/cancel", "{}").status());
    assertEquals(404, jira.post(ZIPS + "/" + id + "/keep", "{\"kept\": true}").status());
  }

  @Test
  void eventsTellTheStateUntilTheEnd() throws IOException {
    String id = ordered().get("id").getAsString();

    Exchange events = jira.get(ZIPS + "/" + id + "/events");

    assertTrue(events.answered("Content-Type").startsWith("text/event-stream"));
    String last = events.text().substring(events.text().lastIndexOf("event: "));
    assertTrue(last.startsWith("event: zip\ndata: {"), last);
    assertTrue(last.contains("\"state\":\"done\""), last);
    assertTrue(last.endsWith("}\n\n"), last);
  }

  @Test
  void whatMakesNoSenseIsRefused() throws IOException {
    assertEquals("invalid-field", jira.post(ZIPS, "{\"progress\": \"12345678\"}").problem());
    assertEquals("invalid-field", jira.post(ZIPS, "{\"items\": [\"nothing\"]}").problem());
    String one = ZIPS + "/" + done().get("id").getAsString();
    assertEquals("invalid-field", jira.post(one + "/keep", "{}").problem());
    assertEquals("invalid-field", jira.post(one + "/keep", "{\"kept\": 1}").problem());
    jira.systemAdministrator = false;
    assertEquals(403, jira.get(one + "/content").status());
    assertEquals(403, jira.post(ZIPS, "{}").status());
    jira.systemAdministrator = true;
    jira.secureSession = false;
    assertEquals("websudo-required", jira.get(one + "/content").problem());
  }

  @Test
  void theKindOfDataTellsAndDeletesAll() throws IOException {
    String id = done().get("id").getAsString();
    var kind = jira.stored.kind();
    JsonObject kept =
        JsonParser.parseString(
                new String(kind.raw("zips/" + id + "/job.json").orElseThrow().readAllBytes()))
            .getAsJsonObject();

    assertTrue(kind.fields().containsAll(kept.keySet()), kept.keySet().toString());
    assertEquals(1, kind.holdings(Optional.empty()).records());
    assertEquals(0, kind.holdings(Optional.of(jira.time.now)).records());
    assertEquals(Optional.empty(), kind.raw("zips/../" + id));
    assertEquals(0, kind.delete(Optional.of(jira.time.now)));
    jira.stored.keep(id, true);
    assertEquals(0, kind.delete(Optional.of(jira.time.now.plusSeconds(9))));
    assertEquals(1, kind.delete(Optional.empty()));
    assertFalse(Files.exists(home.resolve("hearth/zips/" + id)));
  }
}
