package io.hearth.web;

import static io.hearth.web.Exchange.fields;
import static io.hearth.web.RedactionInstance.changing;
import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, settings, the text to try, and files before and after. */
class RedactionCallsTest {

  private static final String NOTHING =
      "{\"kindsOff\":[],\"rulesOff\":[],\"words\":[],\"patterns\":[],\"allow\":[]}";

  @TempDir private Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() {
    instance = new RedactionInstance(home);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/redaction/rules",
    "GET,/redaction/settings",
    "PUT,/redaction/settings",
    "POST,/redaction/test",
    "GET,/redaction/files",
    "POST,/redaction/preview",
    "GET,/redaction/cases",
    "POST,/redaction/cases",
    "DELETE,/redaction/cases/some-case",
    "GET,/redaction/lookup",
    "GET,/redaction/lookup/tables",
    "DELETE,/redaction/lookup/tables/some-table",
  })
  void onlyASystemAdministratorWithASecureSessionGetsIn(String method, String path)
      throws IOException {
    instance.secureSession = false;
    assertEquals("websudo-required", instance.send(changing(method, path)).problem());
    instance.systemAdministrator = false;
    assertEquals("not-system-administrator", instance.send(changing(method, path)).problem());
    instance.user = Optional.empty();
    assertEquals("not-logged-in", instance.send(changing(method, path)).problem());
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/redaction/settings",
    "POST,/redaction/test",
    "POST,/redaction/preview",
    "POST,/redaction/cases",
    "DELETE,/redaction/cases/some-case",
    "DELETE,/redaction/lookup/tables/some-table",
  })
  void aChangeNeedsProofThatItComesFromAPageOfOurs(String method, String path) throws IOException {
    Exchange without = changing(method, path).without("X-Atlassian-Token");
    assertEquals("xsrf-refused", instance.send(without).problem());
    Exchange foreign = changing(method, path).header("Origin", "https://evil.example");
    assertEquals("xsrf-refused", instance.send(foreign).problem());
  }

  @Test
  void otherMethodsAreToldWhichOnesThereAre() throws IOException {
    Exchange answer = instance.delete("/redaction/settings");
    assertEquals(405, answer.status());
    assertEquals("GET, HEAD, PUT, OPTIONS", answer.answered("Allow"));
  }

  @Test
  void rulesAreListedInPlainWords() throws IOException {
    Exchange answer = instance.get("/redaction/rules");
    JsonObject rules = fits(answer.json(), "RedactionRules");
    assertTrue(rules.getAsJsonArray("rules").size() > 30);
    // A key that is not in the catalogue shows as itself.
    assertFalse(answer.text().contains("\"rule."), answer.text());
    assertFalse(answer.text().contains("\"zip."), answer.text());
  }

  @Test
  void settingsAreKeptAsTheyWereSent() throws IOException {
    JsonObject first = fits(instance.get("/redaction/settings").json(), "RedactionSettings");
    assertEquals("[\"project\"]", first.get("kindsOff").toString());
    String wanted =
        "{\"kindsOff\":[\"ipv4\"],\"rulesOff\":[\"jwt\"],\"words\":[\"Blue<bird>\"],"
            + "\"patterns\":[{\"pattern\":\"C-(?P<value>\\\\d+)\",\"name\":\"\"}],"
            + "\"allow\":[\"jira\"]}";
    Exchange put = instance.put("/redaction/settings", wanted);
    assertEquals(200, put.status());
    fits(put.json(), "RedactionSettings");
    assertEquals(put.json(), instance.get("/redaction/settings").json());
    assertEquals("Blue<bird>", put.json().getAsJsonArray("words").get(0).getAsString());
  }

  @Test
  void settingsOfTheLargestBodyFitIntoTheProductsBound() throws IOException {
    String word = "<'&>".repeat(12);
    StringBuilder words = new StringBuilder();
    for (int n = 0; n < 1000; n++) {
      words.append(n == 0 ? "" : ",").append('"').append(word).append(n).append('"');
    }
    String body = NOTHING.replace("\"words\":[]", "\"words\":[" + words + "]");
    assertEquals(200, instance.put("/redaction/settings", body).status());
    assertTrue(instance.kept.get("redaction").length() < 99_000);
  }

  @Test
  void settingsThatCannotBeReadStopRedactionInsteadOfWeakeningIt() throws IOException {
    instance.kept.put("redaction", "{\"words\":[\"Blue");
    assertEquals("internal", instance.get("/redaction/settings").problem());
    assertEquals(
        "internal", instance.post("/support-zip", "{\"redaction\":{\"lookup\":true}}").problem());
    assertEquals(200, instance.put("/redaction/settings", NOTHING).status());
    assertEquals(200, instance.get("/redaction/settings").status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|kindsOff rulesOff words patterns allow",
        "{\"kindsOff\":[\"shoe-size\"],#}|kindsOff[0]",
        "{\"kindsOff\":[\"mail\",\"mail\"],#}|kindsOff[1]",
        "{\"kindsOff\":\"mail\",#}|kindsOff",
        "{\"rulesOff\":[\"own-word\"],#}|rulesOff[0]",
        "{\"words\":[\"ok\",\"x\"],#}|words[1]",
        "{\"words\":[7],#}|words[0]",
        "{\"allow\":[\"\"],#}|allow[0]",
        "{\"patterns\":[{\"pattern\":\"a\"}],#}|patterns[0].name",
        "{\"patterns\":[{\"pattern\":\"a\",\"name\":\"\"},{\"pattern\":\"(\",\"name\":\"\"}],#}|patterns[1].pattern",
        "{\"patterns\":[{\"pattern\":\"((a{1000}){1000}){1000}\",\"name\":\"\"}],#}|patterns[0].pattern",
        "{\"patterns\":[{\"pattern\":\"\",\"name\":\"\"}],#}|patterns[0].pattern",
        "{\"patterns\":[7],#}|patterns[0]",
        "{\"more\":1,#}|more",
      })
  void aSettingThatDoesNotFitIsNamed(String body, String fields) throws IOException {
    StringBuilder rest = new StringBuilder();
    for (String name : List.of("kindsOff", "rulesOff", "words", "patterns", "allow")) {
      rest.append(body.contains("\"" + name + "\"") ? "" : ",\"" + name + "\":[]");
    }
    String whole = body.replace(",#", rest);
    Exchange answer = instance.put("/redaction/settings", whole);
    assertEquals("invalid-field", answer.problem());
    assertEquals(List.of(fields.split(" ")), fields(answer.json()));
    assertTrue(instance.kept.isEmpty());
  }

  @Test
  void aTextIsTriedWithItsPlacesInUtf16() throws IOException {
    String text = "😀 one\nfrom ada@acme-widgets.net by 10.20.30.40";
    JsonObject body = new JsonObject();
    body.addProperty("text", text);
    JsonObject answer = fits(instance.post("/redaction/test", body).json(), "RedactionTestResult");
    List<String> found = new ArrayList<>();
    for (JsonElement one : answer.getAsJsonArray("findings")) {
      JsonObject finding = one.getAsJsonObject();
      found.add(text.substring(finding.get("start").getAsInt(), finding.get("end").getAsInt()));
    }
    assertEquals(List.of("ada@acme-widgets.net", "10.20.30.40"), found);
  }

  @Test
  void unsavedSettingsAndTheFormatDecideOverATrial() throws IOException {
    String off = NOTHING.replace("\"kindsOff\":[]", "\"kindsOff\":[\"ipv4\"]");
    String text =
        "{\"text\":\"by 10.20.30.40\",\"format\":\"properties\",\"settings\":" + off + "}";
    assertEquals("{\"findings\":[]}", instance.post("/redaction/test", text).text());
    assertTrue(instance.kept.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|text",
        "{\"text\":7}|text",
        "{\"text\":\"a\",\"format\":\"pdf\"}|format",
        "{\"text\":\"a\",\"settings\":[]}|settings",
        "{\"text\":\"a\",\"file\":\"/etc/passwd\"}|file",
      })
  void aTrialThatDoesNotFitIsRefused(String body, String field) throws IOException {
    Exchange answer = instance.post("/redaction/test", body);
    assertEquals(List.of(field), fields(answer.json()));
  }

  @Test
  void aTrialIsBounded() throws IOException {
    JsonObject body = new JsonObject();
    body.addProperty("text", "x".repeat(20_001));
    assertEquals(List.of("text"), fields(instance.post("/redaction/test", body).json()));
    body.addProperty("text", "x".repeat(70_000));
    assertEquals("body-too-large", instance.post("/redaction/test", body).problem());
  }

  private static String log(int lines) {
    StringBuilder log = new StringBuilder();
    for (int n = 1; n <= lines; n++) {
      log.append(n % 10 == 0 ? "line " + n + " from 10.20.30.40\r\n" : "line " + n + "\r\n");
    }
    return log.toString();
  }

  private Exchange preview(String file, String more) throws IOException {
    JsonObject files = fits(instance.get("/redaction/files").json(), "PreviewFiles");
    for (JsonElement one : files.getAsJsonArray("items")) {
      JsonObject item = one.getAsJsonObject();
      for (JsonElement found : item.getAsJsonArray("files")) {
        String name = found.getAsJsonObject().get("name").getAsString();
        if (name.endsWith(file)) {
          String head = "{\"item\":\"" + item.get("id").getAsString() + "\",\"file\":\"" + name;
          return instance.post("/redaction/preview", head + "\"," + more + "}");
        }
      }
    }
    throw new AssertionError(file + " is not in " + files);
  }

  private static List<Long> numbers(JsonObject preview) {
    JsonArray lines = preview.getAsJsonArray("lines");
    return lines.asList().stream()
        .map(line -> line.getAsJsonObject().get("number").getAsLong())
        .toList();
  }

  @Test
  void startAndEndOfAFileAreShown() throws IOException {
    instance.write("log/atlassian-jira.log", log(1000));
    JsonObject start = fits(preview("jira.log", "\"where\":\"start\"").json(), "Preview");
    assertEquals(200, start.getAsJsonArray("lines").size());
    assertEquals("{\"ipv4\":20}", start.get("counts").toString());
    JsonObject tenth = start.getAsJsonArray("lines").get(9).getAsJsonObject();
    assertEquals("line 10 from 10.20.30.40", tenth.get("text").getAsString());
    JsonObject end = fits(preview("jira.log", "\"where\":\"end\"").json(), "Preview");
    assertEquals(801L, numbers(end).get(0));
    assertEquals(1000L, numbers(end).get(199));
  }

  @Test
  void findingsComeInPagesWithTheLinesAround() throws IOException {
    instance.write("log/atlassian-jira.log", log(1000));
    JsonObject first = fits(preview("jira.log", "\"where\":\"findings\"").json(), "Preview");
    assertEquals(List.of(8L, 9L, 10L, 11L, 12L, 18L), numbers(first).subList(0, 6));
    assertTrue(first.get("more").getAsBoolean());
    assertEquals("{\"ipv4\":80}", first.get("counts").toString());
    JsonObject second = preview("jira.log", "\"where\":\"findings\",\"page\":1").json();
    assertEquals("{\"ipv4\":20}", second.get("counts").toString());
    assertEquals(List.of(808L, 809L, 810L), numbers(second).subList(0, 3));
    assertFalse(second.get("more").getAsBoolean());
  }

  @Test
  void aPreviewKnowsTheNamesOfOtherFiles() throws IOException {
    instance.write("log/atlassian-jira.log", "lock held by emuster since 12 s\n");
    instance.write("log/atlassian-jira-security.log", "login failed for username=emuster\n");
    JsonObject preview = preview("atlassian-jira.log", "\"where\":\"start\"").json();
    assertEquals("{\"user\":1}", preview.get("counts").toString());
    assertEquals("{\"files\":2,\"complete\":true}", preview.get("learned").toString());
  }

  @Test
  void twoPreviewsCannotBeLinked() throws IOException {
    instance.write("log/atlassian-jira.log", log(10));
    assertFalse(
        preview("jira.log", "\"where\":\"start\"")
            .text()
            .equals(preview("jira.log", "\"where\":\"start\"").text()));
  }

  @Test
  void previewsOfACaseShareItsPseudonymsWhileItIsOpen() throws IOException {
    instance.write("log/atlassian-jira.log", log(10));
    String id =
        instance
            .post("/redaction/cases", "{\"name\":\"Slow search\",\"lookup\":false}")
            .json()
            .get("id")
            .getAsString();
    String wanted = "\"where\":\"start\",\"case\":\"" + id + "\"";
    Exchange first = preview("jira.log", wanted);
    assertEquals(1, fits(first.json(), "Preview").getAsJsonObject("counts").size());
    assertEquals(first.text(), preview("jira.log", wanted).text());
    instance.delete("/redaction/cases/" + id);
    assertEquals("not-found", preview("jira.log", wanted).problem());
  }

  @Test
  void theAuditTrailTellsWhatChangedButNoWord() throws IOException {
    instance.write("log/atlassian-jira.log", log(10));
    String settings =
        "{\"kindsOff\":[%s],\"rulesOff\":[],\"words\":[\"%s\"],\"patterns\":[],\"allow\":[]}";
    instance.put("/redaction/settings", settings.formatted("\"mac\"", "Kestrelworks"));
    instance.put("/redaction/settings", settings.formatted("", "Falconworks"));
    preview("jira.log", "\"where\":\"start\"");
    instance.send(Exchange.get("/redaction/lookup").query("pseudonym", "user-1234567890"));
    Exchange zip = instance.post("/support-zip", "{\"preset\":\"full\"}");
    assertEquals(200, zip.status());

    List<String> lines =
        Files.readAllLines(instance.home.resolve("hearth/nodes/node1/audit.jsonl"));
    assertEquals(5, lines.size(), lines::toString);
    assertTrue(
        lines.get(1).contains("\"kindsOff\":{\"before\":[\"mac\"],\"now\":[]}"), lines.get(1));
    assertTrue(
        lines.get(1).contains("\"words\":{\"before\":1,\"now\":1,\"added\":1,\"removed\":1}"),
        lines.get(1));
    assertFalse(lines.toString().contains("works"), lines::toString);
    assertTrue(lines.get(2).contains("\"did\":\"file-previewed\""), lines.get(2));
    assertTrue(
        lines.get(3).contains("\"pseudonym\":\"user-1234567890\",\"matches\":0"), lines.get(3));
    assertTrue(lines.get(4).contains("\"did\":\"support-zip-downloaded\""), lines.get(4));
    assertTrue(lines.stream().allMatch(line -> line.contains("\"who\":\"ada\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "logs,../../../etc/passwd",
    "logs,/etc/passwd",
    "no-such-item,log/atlassian-jira.log",
    "configuration,key",
  })
  void onlyFilesOfTheListAreOpened(String item, String file) throws IOException {
    instance.write("log/atlassian-jira.log", log(10));
    instance.write("key", "secret");
    JsonObject body = new JsonObject();
    body.addProperty("item", item);
    body.addProperty("file", file);
    body.addProperty("where", "start");
    assertEquals("not-found", instance.post("/redaction/preview", body).problem());
  }

  @Test
  void aFileThatCannotBeShownSaysWhy() throws IOException {
    Path log = instance.write("log/atlassian-jira.log", "PK\u0003\u0004\0\0\0\0");
    JsonObject preview = fits(preview("jira.log", "\"where\":\"start\"").json(), "Preview");
    assertEquals("binary", preview.getAsJsonObject("unreadable").get("reason").getAsString());
    assertTrue(Files.exists(log));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|item file where",
        "{\"item\":\"logs\",\"file\":\"a\",\"where\":\"middle\"}|where",
        "{\"item\":\"logs\",\"file\":\"a\",\"where\":\"start\",\"page\":-1}|page",
        "{\"item\":\"logs\",\"file\":\"a\",\"where\":\"start\",\"page\":100001}|page",
        "{\"item\":7,\"file\":\"a\",\"where\":\"start\"}|item",
        "{\"item\":\"logs\",\"file\":\"a\",\"where\":\"start\",\"settings\":{\"words\":[\"x\"],\"kindsOff\":[],\"rulesOff\":[],\"patterns\":[],\"allow\":[]}}|settings.words[0]",
      })
  void aPreviewThatDoesNotFitIsRefused(String body, String fields) throws IOException {
    Exchange answer = instance.post("/redaction/preview", body);
    assertEquals(List.of(fields.split(" ")), fields(answer.json()));
  }
}
