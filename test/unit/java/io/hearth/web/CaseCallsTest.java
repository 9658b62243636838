package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ZIPs of one support case, and what their pseudonyms stand for. */
class CaseCallsTest {

  private static final Pattern USER = Pattern.compile("user-[0-9a-z]+");

  @TempDir private Path home;
  private RedactionInstance instance;

  @BeforeEach
  void start() throws IOException {
    instance = new RedactionInstance(home);
    instance.write(
        "log/atlassian-jira.log", "login failed for username=emuster password=Tr0ub4dor-hunter\n");
  }

  private String open(boolean lookup) throws IOException {
    Exchange answer =
        instance.post("/redaction/cases", "{\"name\":\"Slow search\",\"lookup\":" + lookup + "}");
    assertEquals(201, answer.status());
    return fits(answer.json(), "SupportCase").get("id").getAsString();
  }

  private Exchange zip(String redaction) throws IOException {
    return instance.post("/support-zip", "{\"preset\":\"full\",\"redaction\":" + redaction + "}");
  }

  private static String unpacked(Exchange answer) throws IOException {
    assertEquals(200, answer.status());
    StringBuilder all = new StringBuilder();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        all.append(entry.getName()).append('\n');
        all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  private String pseudonym(String redaction) throws IOException {
    String text = unpacked(zip(redaction));
    Matcher matcher = Pattern.compile("username=(" + USER + ")").matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group(1);
  }

  private JsonObject lookUp(String pseudonym) throws IOException {
    return instance.send(Exchange.get("/redaction/lookup").query("pseudonym", pseudonym)).json();
  }

  @Test
  void zipsOfACaseShareTheirPseudonymsUntilItIsClosed() throws IOException {
    String id = open(false);
    String chosen = "{\"case\":\"" + id + "\"}";
    String first = pseudonym(chosen);
    assertEquals(first, pseudonym(chosen));
    assertNotEquals(first, pseudonym("{}"));
    assertTrue(unpacked(zip(chosen)).contains("\"supportCase\": true"));
    assertTrue(unpacked(zip("{}")).contains("\"supportCase\": false"));
    assertFalse(unpacked(zip(chosen)).contains("Slow search"));
    assertNotEquals(first, pseudonym("{\"case\":\"" + open(false) + "\"}"));

    JsonObject cases = fits(instance.get("/redaction/cases").json(), "SupportCases");
    long zips =
        cases.getAsJsonArray("cases").asList().stream()
            .map(one -> one.getAsJsonObject())
            .filter(one -> one.get("id").getAsString().equals(id))
            .findFirst()
            .orElseThrow()
            .get("zips")
            .getAsLong();
    assertEquals(4, zips);

    assertEquals(204, instance.delete("/redaction/cases/" + id).status());
    Exchange refused = zip(chosen);
    assertEquals("invalid-field", refused.problem());
    assertTrue(refused.text().contains("\"field\":\"redaction.case\""));
    assertEquals("not-found", instance.delete("/redaction/cases/" + id).problem());
    assertFalse(Files.exists(home.resolve("hearth/redaction/cases").resolve(id)));
  }

  @Test
  void onlyThePlacesThatExistCanBeLearnedFrom() throws IOException {
    Exchange refused = zip("{\"learnFrom\":[\"ldap\"]}");
    assertEquals("invalid-field", refused.problem());
    assertTrue(refused.text().contains("\"field\":\"redaction.learnFrom[0]\""), refused.text());
    assertEquals(200, zip("{\"learnFrom\":[\"directory\"]}").status());
  }

  @Test
  void theKeyIsForTheOwnersEyesOnlyAndInNoAnswerNorZip() throws IOException {
    String id = open(true);
    Path folder = home.resolve("hearth/redaction/cases").resolve(id);
    String key = Files.readString(folder.resolve("key"));
    assertEquals(64, key.length());
    String zip = unpacked(zip("{\"case\":\"" + id + "\"}"));
    assertFalse(zip.contains(key));
    assertFalse(zip.contains("hearth/redaction"));
    assertFalse(instance.get("/redaction/cases").text().contains(key));
    try (Stream<Path> all = Files.walk(home.resolve("hearth"))) {
      for (Path one : all.toList()) {
        String wanted = Files.isDirectory(one) ? "rwx------" : "rw-------";
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(one));
        assertEquals(wanted, found, one::toString);
      }
    }
  }

  @Test
  void aTableIsKeptOnRequestAndTellsWhoAPseudonymIs() throws IOException {
    assertEquals("[]", lookUp(pseudonym("{}")).get("matches").toString());
    String user = pseudonym("{\"lookup\":true}");
    JsonObject found = fits(lookUp(user.toUpperCase(java.util.Locale.ROOT)), "LookupResult");
    JsonObject match = found.getAsJsonArray("matches").get(0).getAsJsonObject();
    assertEquals("emuster", match.get("value").getAsString());
    assertEquals("user", match.get("kind").getAsString());
    JsonObject tables = fits(instance.get("/redaction/lookup/tables").json(), "LookupTables");
    JsonObject table = tables.getAsJsonArray("tables").get(0).getAsJsonObject();
    assertEquals("2026-03-08T12:00:00Z", table.get("deletedAt").getAsString());
    String id = table.get("id").getAsString();
    assertEquals(204, instance.delete("/redaction/lookup/tables/" + id).status());
    assertEquals("[]", lookUp(user).get("matches").toString());
    assertEquals("not-found", instance.delete("/redaction/lookup/tables/" + id).problem());
  }

  @Test
  void aTableHoldsNoSecret() throws IOException {
    pseudonym("{\"lookup\":true}");
    try (Stream<Path> all = Files.walk(home.resolve("hearth/redaction/tables"))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(one);
        assertTrue(text.contains("emuster"));
        assertFalse(text.contains("Tr0ub4dor-hunter"));
      }
    }
  }

  @Test
  void aTableIsDeletedAfterSevenDays() throws IOException {
    String user = pseudonym("{\"lookup\":true}");
    instance.time.now = instance.time.now.plus(Duration.ofDays(7));
    assertEquals(1, lookUp(user).getAsJsonArray("matches").size());
    instance.time.now = instance.time.now.plusSeconds(1);
    assertEquals(0, lookUp(user).getAsJsonArray("matches").size());
    instance.privacy.retention().runNow();
    assertEquals(List.of(), List.of(home.resolve("hearth/redaction/tables").toFile().list()));
  }

  @Test
  void aCaseKeepsItsTablesUntilItIsClosed() throws IOException {
    String id = open(true);
    String user = pseudonym("{\"case\":\"" + id + "\"}");
    pseudonym("{\"case\":\"" + id + "\"}");
    instance.time.now = instance.time.now.plus(Duration.ofDays(70));
    JsonObject found = lookUp(user);
    assertEquals(1, found.getAsJsonArray("matches").size());
    assertTrue(found.toString().contains("Slow search"));
    assertFalse(instance.get("/redaction/lookup/tables").text().contains("deletedAt"));
    instance.delete("/redaction/cases/" + id);
    assertEquals("[]", lookUp(user).get("matches").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|name lookup",
        "{\"name\":\"\",\"lookup\":true}|name",
        "{\"name\":\"  \",\"lookup\":true}|name",
        "{\"name\":\"a\",\"lookup\":\"yes\"}|lookup",
        "{\"name\":\"a\",\"lookup\":true,\"key\":\"00\"}|key",
      })
  void aCaseThatDoesNotFitIsRefused(String body, String fields) throws IOException {
    Exchange answer = instance.post("/redaction/cases", body);
    assertEquals("invalid-field", answer.problem());
    List<String> found =
        answer.json().getAsJsonArray("errors").asList().stream()
            .map(one -> one.getAsJsonObject().get("field").getAsString())
            .toList();
    assertEquals(List.of(fields.split(" ")), found.stream().sorted(order(fields)).toList());
    assertEquals("{\"cases\":[]}", instance.get("/redaction/cases").text());
  }

  private static java.util.Comparator<String> order(String fields) {
    return java.util.Comparator.comparingInt(fields::indexOf);
  }

  @Test
  void casesAndQuestionsAreBounded() throws IOException {
    String name = "n".repeat(81);
    assertEquals(
        "invalid-field",
        instance.post("/redaction/cases", "{\"name\":\"" + name + "\",\"lookup\":true}").problem());
    for (int n = 0; n < 50; n++) {
      open(false);
    }
    assertEquals(
        "invalid-field",
        instance.post("/redaction/cases", "{\"name\":\"a\",\"lookup\":false}").problem());
    assertEquals("invalid-field", instance.get("/redaction/lookup").problem());
    Exchange tooLong = Exchange.get("/redaction/lookup").query("pseudonym", "x".repeat(201));
    assertEquals("invalid-field", instance.send(tooLong).problem());
  }

  @ParameterizedTest
  @CsvSource({"..", "../../log", "%2e%2e", "a b", "'.'"})
  void anIdNeverLeavesItsFolder(String id) throws IOException {
    assertEquals("not-found", instance.delete("/redaction/cases/" + id).problem());
    assertEquals("not-found", instance.delete("/redaction/lookup/tables/" + id).problem());
    assertEquals("invalid-field", zip("{\"case\":\"" + id + "\"}").problem());
    assertTrue(Files.exists(home.resolve("log/atlassian-jira.log")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|redaction",
        "{\"case\":7}|redaction.case",
        "{\"lookup\":\"yes\"}|redaction.lookup",
        "{\"check\":1}|redaction.check",
        "{\"key\":\"00\"}|redaction.key",
      })
  void whatAZipAsksOfRedactionIsChecked(String redaction, String field) throws IOException {
    Exchange answer = zip(redaction);
    assertEquals("invalid-field", answer.problem());
    assertTrue(answer.text().contains("\"field\":\"" + field + "\""), answer.text());
  }
}
