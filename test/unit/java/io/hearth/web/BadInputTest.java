package io.hearth.web;

import static io.hearth.web.Exchange.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final String ZIP = "/support-zip";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Instance instance = new Instance();

  private Exchange post(String json) throws IOException {
    return Exchange.post(ZIP, json).through(instance.api());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"surprise\":true}|surprise",
        "{\"preset\":\"huge\"}|preset",
        "{\"preset\":1}|preset",
        "{\"preset\":null}|preset",
        "{\"items\":[]}|items",
        "{\"items\":\"logs\"}|items",
        "{\"items\":{}}|items",
        "{\"items\":[\"no-such-item\"]}|items[0]",
        "{\"items\":[\"logs\",7]}|items[1]",
        "{\"items\":[\"logs\",\"dumps\",\"logs\"]}|items[2]",
        "{\"items\":[\"logs\"],\"preset\":\"quick\"}|items",
        "{\"maxBytes\":-1}|maxBytes",
        "{\"maxBytes\":0}|maxBytes",
        "{\"maxBytes\":1048575}|maxBytes",
        "{\"maxBytes\":1e300}|maxBytes",
        "{\"maxBytes\":1e999999999}|maxBytes",
        "{\"maxBytes\":2000000.5}|maxBytes",
        "{\"maxBytes\":9223372036854775808}|maxBytes",
        "{\"maxBytes\":true}|maxBytes",
        "{\"maxBytesPerItem\":\"much\"}|maxBytesPerItem",
        "{\"maxBytesPerItem\":\"100000\"}|maxBytesPerItem",
        "{\"sinceDays\":0}|sinceDays",
        "{\"sinceDays\":[]}|sinceDays",
        "{\"from\":\"yesterday\"}|from",
        "{\"from\":\"2026-03-01T09:00:00\"}|from",
        "{\"to\":1772000000}|to",
        "{\"from\":\"2026-03-01T09:00:00Z\",\"to\":\"2026-03-01T09:00:00Z\"}|to",
        "{\"from\":\"2026-03-01T09:00:00Z\",\"sinceDays\":3}|sinceDays",
        "{\"maxSeconds\":9}|maxSeconds",
        "{\"maxSeconds\":\"60\"}|maxSeconds",
        "{\"options\":[]}|options",
        "{\"options\":{\"none\":{}}}|options.none",
        "{\"options\":{\"dumps\":3}}|options.dumps",
        "{\"options\":{\"dumps\":{\"count\":10000}}}|options.dumps.count",
        "{\"options\":{\"dumps\":{\"count\":\"3\"}}}|options.dumps.count",
        "{\"options\":{\"dumps\":{\"speed\":3}}}|options.dumps.speed",
        "{\"options\":{\"browser\":{\"userAgent\":1}}}|options.browser.userAgent",
        "{\"progress\":\"short\"}|progress",
        "{\"progress\":\"../../etc/passwd\"}|progress",
        "{\"progress\":12345678}|progress",
        "{\"browser\":[]}|browser",
        "{\"browser\":{\"userAgent\":{}}}|browser.userAgent",
        "{\"browser\":{\"userAgent\":null}}|browser.userAgent",
        "{\"browser\":{\"languages\":[1]}}|browser.languages",
        "{\"browser\":{\"a b\":1}}|browser.a b",
      })
  void aFieldThatDoesNotFitIsNamed(String body, String field) throws IOException {
    Exchange answer = post(body);
    assertEquals(400, answer.status(), body);
    assertEquals("invalid-field", answer.problem());
    assertEquals(List.of(field), fields(answer.json()));
    assertTrue(answer.json().get("detail").getAsString().startsWith(field + ": "));
  }

  @Test
  void allMistakesAreNamedAtOnce() throws IOException {
    Exchange answer = post("{\"sinceDays\":0,\"maxBytes\":\"x\",\"more\":1}");
    assertEquals(List.of("more", "maxBytes", "sinceDays"), fields(answer.json()));
  }

  @Test
  void boundsHoldForWhatThePageTellsOfItsBrowser() throws IOException {
    String long1001 = "x".repeat(1001);
    assertEquals(
        List.of("browser.userAgent"),
        fields(post("{\"browser\":{\"userAgent\":\"" + long1001 + "\"}}").json()));
    String texts = "\"en\",".repeat(21);
    assertEquals(
        List.of("browser.languages"),
        fields(
            post("{\"browser\":{\"languages\":[" + texts.substring(0, texts.length() - 1) + "]}}")
                .json()));
    StringBuilder many = new StringBuilder();
    for (int n = 0; n < 41; n++) {
      many.append(n == 0 ? "" : ",").append("\"a").append(n).append("\":1");
    }
    assertEquals(List.of("browser.*"), fields(post("{\"browser\":{" + many + "}}").json()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "[]",
        "null",
        "\"x\"",
        "7",
        "{\"preset\":\"quick\"} x",
        "{\"a\":1,}",
        "{a:1}",
        "{'preset':'quick'}",
        "{\"items\":[\"logs\"]}{}",
        "{\"maxBytes\":NaN}",
        "// {}\n{}",
        "{\"preset\":\"\n\"}"
      })
  void whatIsNotOneJsonObjectIsMalformed(String body) throws IOException {
    Exchange answer = post(body);
    assertEquals(400, answer.status());
    assertEquals("malformed-body", answer.problem());
    assertFalse(answer.json().get("detail").getAsString().startsWith("problem."));
  }

  @Test
  void deepNestingCostsNothing() throws IOException {
    for (String deep : List.of("[".repeat(50_000), "{\"options\":".repeat(5_000))) {
      Exchange answer = post(deep);
      assertEquals("malformed-body", answer.problem());
      assertTrue(answer.json().get("detail").getAsString().contains("8 levels"));
    }
  }

  @Test
  void brokenUtf8IsMalformed() throws IOException {
    byte[] latin = "{\"browser\":{\"city\":\"K\u00f6ln\"}}".getBytes(StandardCharsets.ISO_8859_1);
    Exchange answer =
        Exchange.post(ZIP, "").body("application/json", latin).through(instance.api());
    assertEquals("malformed-body", answer.problem());
  }

  @Test
  void anOversizedBodyIsRefusedWhetherOrNotItsSizeIsDeclared() throws IOException {
    String large = "{\"browser\":{\"userAgent\":\"" + "x".repeat(200_000) + "\"}}";
    Exchange declared = post(large);
    assertEquals(413, declared.status());
    assertEquals("body-too-large", declared.problem());
    Exchange chunked = Exchange.post(ZIP, large).chunked().through(instance.api());
    assertEquals("body-too-large", chunked.problem());
    Exchange form =
        Exchange.post(ZIP, "").body(FORM, "request=" + large).chunked().through(instance.api());
    assertEquals("body-too-large", form.problem());
  }

  @Test
  void anOversizedFormIsNotReadForItsToken() throws IOException {
    Exchange form =
        Exchange.post(ZIP, "")
            .without("X-Atlassian-Token")
            .body(FORM, "atl_token=x&request=" + "x".repeat(100_000))
            .through(instance.api());
    assertEquals("body-too-large", form.problem());
    assertEquals(List.of("websudo"), instance.guardCalls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "", "multipart/form-data; boundary=x", "application/json5"})
  void anotherMediaTypeIsNotUnderstood(String type) throws IOException {
    Exchange answer = Exchange.post(ZIP, "").body(type, "{}").through(instance.api());
    assertEquals(415, answer.status());
    assertEquals("unsupported-media-type", answer.problem());
  }

  @Test
  void aFormWithoutTheRequestFieldIsMalformed() throws IOException {
    Exchange answer = Exchange.post(ZIP, "").body(FORM, "other=1").through(instance.api());
    assertEquals("malformed-body", answer.problem());
  }

  @ParameterizedTest
  @CsvSource({
    "sinceDays,0",
    "sinceDays,many",
    "sinceDays,''",
    "sinceDays,99999",
    "from,yesterday",
    "to,2026-03-01",
    "maxBytesPerItem,-5",
    "maxBytesPerItem,1e400"
  })
  void aQueryThatMakesNoSenseIsNamed(String name, String value) throws IOException {
    Exchange answer = Exchange.get("/support-zip/items").query(name, value).through(instance.api());
    assertEquals(400, answer.status());
    assertEquals(List.of(name), fields(answer.json()));
  }
}
