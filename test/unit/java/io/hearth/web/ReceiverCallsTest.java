package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverCallsTest {

  private static final String PATH = "/support-zips/receivers";
  private static final String KEY =
      "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
  private static final String OTHER =
      "age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z";
  private static final String SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZ";

  @TempDir Path home;
  private RedactionInstance jira;

  @BeforeEach
  void start() {
    jira = new RedactionInstance(home);
  }

  @AfterEach
  void stop() {
    jira.close();
  }

  private static String one(String name, String key) {
    JsonObject one = new JsonObject();
    one.addProperty("name", name);
    one.addProperty("key", key);
    return one.toString();
  }

  private Exchange keep(String... receivers) throws IOException {
    return jira.put(PATH, "{\"receivers\":[" + String.join(",", receivers) + "]}");
  }

  @Test
  void areKeptByTheirNamesAndTheAuditTrailTellsOldAndNew() throws IOException {
    assertEquals("{\"receivers\":[]}", jira.get(PATH).json().toString());
    assertEquals(200, keep(one("Vendor", " " + KEY + "\n"), one("Acme", OTHER)).status());
    JsonObject kept = RedactionInstance.fits(jira.get(PATH).json(), "Receivers");
    assertEquals(
        "{\"receivers\":[" + one("Acme", OTHER) + "," + one("Vendor", KEY) + "]}", kept.toString());
    assertEquals(200, keep(one("Vendor", OTHER)).status());
    String audited = jira.audited();
    assertTrue(audited.contains("\"did\":\"receivers-changed\""), audited);
    assertTrue(audited.contains("\"Vendor\":\"" + KEY + "\""), audited);
    assertTrue(audited.contains("\"Vendor\":\"" + OTHER + "\""), audited);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        "# my key\nage-secret-key-1gfpyysj",
        "AGE-SECRET-KEY-PQ-1GFPYYSJ",
      })
  void aSecretKeyIsRefusedAndNowhereWrittenDown(String secret) throws IOException {
    assertEquals(200, keep(one("Acme", OTHER)).status());
    Exchange answer = keep(one("Vendor", secret));
    assertEquals("invalid-field", answer.problem());
    assertTrue(answer.text().contains("This is a secret key"), answer.text());
    assertEquals("invalid-field", keep(one(secret, KEY)).problem());
    assertFalse(jira.kept.get("receivers").contains("Vendor"));
    assertFalse(jira.audited().toUpperCase(Locale.ROOT).contains("AGE-SECRET"));
  }

  @ParameterizedTest
  @CsvSource({
    "Vendor, age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8q",
    "Vendor, age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
    "Vendor, age1pq1qqqqqqqq",
    "Vendor, ssh-ed25519 AAAA",
    "' Vendor', " + KEY,
    "'', " + KEY,
    "'Ven\u202Edor', " + KEY,
  })
  void whatFitsNotIsRefused(String name, String key) throws IOException {
    assertEquals("invalid-field", keep(one(name, key)).problem());
  }

  @Test
  void moreThanFiveAndTheSameNameTwiceAreRefused() throws IOException {
    assertEquals("invalid-field", keep(one("A", KEY), one("A", OTHER)).problem());
    String[] six = IntStream.range(0, 6).mapToObj(n -> one("R" + n, KEY)).toArray(String[]::new);
    assertEquals("invalid-field", keep(six).problem());
    assertEquals("invalid-field", jira.put(PATH, "{}").problem());
  }

  private JsonObject checked(String receivers) throws IOException {
    String document =
        "{\"format\":\"hearth-settings\",\"version\":1,\"sections\":{\"receivers\":"
            + receivers
            + "}}";
    Exchange answer = jira.post("/settings/check", JsonParser.parseString(document));
    return RedactionInstance.fits(answer.json(), "SettingsDraft");
  }

  @Test
  void anImportTellsWhichKeyChangesToWhich() throws IOException {
    keep(one("Vendor", KEY));
    String draft = checked("{\"Vendor\":\"" + OTHER + "\"}").toString();
    assertTrue(draft.contains(KEY) && draft.contains(OTHER), draft);
    String six =
        IntStream.range(0, 6)
            .mapToObj(n -> "\"R" + n + "\":\"" + KEY + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    for (String wrong :
        new String[] {six, "{\"A\":\"" + SECRET + "\"}", "{\"\":\"" + KEY + "\"}", "{\"A\":1}"}) {
      assertFalse(checked(wrong).getAsJsonArray("problems").isEmpty(), wrong);
    }
  }

  @Test
  void brokenOnesAreNone() throws IOException {
    for (String broken : new String[] {"{", "[]", "null", "{\"A\":{},\"B\":\"x\"}"}) {
      jira.kept.put("receivers", broken);
      assertEquals("{\"receivers\":[]}", jira.get(PATH).json().toString());
    }
  }
}
