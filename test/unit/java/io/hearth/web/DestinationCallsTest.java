package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationCallsTest {

  private static final String FORWARDING = "/destinations/error-forwarding";
  private static final String ENDPOINT = "/destinations/report-endpoint";

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

  private List<JsonObject> all() throws IOException {
    return fits(instance.get("/destinations").json(), "Destinations")
        .getAsJsonArray("destinations")
        .asList()
        .stream()
        .map(one -> one.getAsJsonObject())
        .toList();
  }

  private String audit() throws IOException {
    return Files.readString(home.resolve("hearth/nodes/node1/audit.jsonl"));
  }

  @Test
  void thereIsNoneUntilOneIsConfirmed() throws IOException {
    assertEquals(2, all().size());
    assertTrue(all().stream().noneMatch(one -> one.has("confirmed")));
  }

  @Test
  void confirmingNamesWhoAndWhereAndKeepsTheSecretToItself() throws IOException {
    Exchange answer =
        instance.put(
            ENDPOINT,
            "{\"address\":\"https://support.example.com/in\",\"host\":\"support.example.com\","
                + "\"token\":\"s3cr3t-token\"}");
    assertEquals(200, answer.status(), answer.text());
    JsonObject confirmed = fits(answer.json(), "DestinationStanding").getAsJsonObject("confirmed");
    assertEquals("https://support.example.com/in", confirmed.get("address").getAsString());
    assertEquals("ada", confirmed.get("by").getAsString());
    assertTrue(confirmed.get("secret").getAsBoolean());
    instance.put(
        FORWARDING,
        "{\"address\":\"https://publ1ckey@sentry.example.com/7\",\"host\":\"sentry.example.com\"}");
    assertTrue(all().stream().allMatch(one -> one.has("confirmed")));

    String told = answer.text() + instance.get("/destinations").text() + audit();
    assertFalse(told.contains("s3cr3t") || told.contains("publ1ckey"), told);
    assertTrue(audit().contains("destination-confirmed"));
    assertTrue(audit().contains("https://sentry.example.com/api/7/envelope/"));
  }

  @Test
  void removingIsHeededAndNoted() throws IOException {
    assertEquals(404, instance.delete(ENDPOINT).status());
    instance.put(
        ENDPOINT, "{\"address\":\"https://support.example.com\",\"host\":\"support.example.com\"}");
    assertEquals(204, instance.delete(ENDPOINT).status());
    assertTrue(all().stream().noneMatch(one -> one.has("confirmed")));
    assertTrue(audit().contains("destination-removed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report-endpoint|{}|address host",
        "report-endpoint|{'address':'https://a.example','host':'b.example'}|host",
        "report-endpoint|{'address':'http://a.example','host':'a.example'}|address",
        "report-endpoint|{'address':'https://a.example','host':'a.example','token':'a b'}|token",
        "report-endpoint|{'address':'https://a.example','host':'a.example','more':1}|more",
        "error-forwarding|{'address':'https://a.example/7','host':'a.example'}|address",
        "error-forwarding|{'address':'https://k@a.example/7','host':'a.example','token':'t'}|token"
      })
  void whatDoesNotFitConfirmsNothing(String purpose, String body, String fields)
      throws IOException {
    Exchange answer = instance.put("/destinations/" + purpose, body.replace('\'', '"'));
    assertEquals("invalid-field", answer.problem());
    assertEquals(List.of(fields.split(" ")), Exchange.fields(answer.json()));
    assertTrue(all().stream().noneMatch(one -> one.has("confirmed")));
  }

  @Test
  void thereIsNoOtherPurpose() throws IOException {
    assertEquals(404, instance.put("/destinations/phone-home", "{}").status());
    assertEquals(404, instance.delete("/destinations/phone-home").status());
  }
}
