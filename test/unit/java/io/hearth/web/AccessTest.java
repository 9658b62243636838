package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final String ITEMS = "/support-zip/items";
  private static final String ZIP = "/support-zip";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Instance instance = new Instance();

  private Exchange send(Exchange exchange) throws IOException {
    return exchange.through(instance.api());
  }

  private static Exchange form(String token) {
    String fields = "request={}&atl_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return Exchange.of("POST", ZIP).header("Origin", "http://jira.example:8080").body(FORM, fields);
  }

  @ParameterizedTest
  @ValueSource(strings = {ITEMS, "/openapi.json", "/nothing"})
  void nobodyLoggedInLearnsNothing(String path) throws IOException {
    instance.user = Optional.empty();
    Exchange answer = send(Exchange.get(path));
    assertEquals(401, answer.status());
    assertEquals("not-logged-in", answer.problem());
    assertEquals("no-store", answer.answered("Cache-Control"));
    assertEquals("nosniff", answer.answered("X-Content-Type-Options"));
  }

  @ParameterizedTest
  @ValueSource(strings = {ITEMS, "/openapi.json", "/nothing"})
  void aPlainUserIsTurnedAway(String path) throws IOException {
    instance.systemAdministrator = false;
    Exchange answer = send(Exchange.get(path));
    assertEquals(403, answer.status());
    assertEquals("not-system-administrator", answer.problem());
  }

  @Test
  void withoutWebSudoTheAnswerSaysWhereToConfirmThePassword() throws IOException {
    instance.secureSession = false;
    Exchange answer = send(Exchange.get(ITEMS));
    assertEquals(403, answer.status());
    assertEquals("websudo-required", answer.problem());
    assertEquals(
        "/jira/plugins/servlet/hearth/admin/support-zip",
        answer.json().get("websudoUrl").getAsString());
  }

  @Test
  void everyRouteButTheDescriptionNeedsWebSudo() throws IOException {
    instance.secureSession = false;
    assertEquals(200, send(Exchange.get("/openapi.json")).status());
    assertEquals(
        "websudo-required", send(Exchange.get("/support-zip/progress/12345678")).problem());
    assertEquals("websudo-required", send(Exchange.post(ZIP, "{}")).problem());
    assertEquals(
        "websudo-required",
        send(Exchange.post("/support-zip/progress/12345678/cancel", "")).problem());
  }

  @Test
  void theGuardsAreAskedInOrder() throws IOException {
    instance.systemAdministrator = false;
    send(form("guessed"));
    assertEquals(List.of(), instance.guardCalls);
    instance.systemAdministrator = true;
    instance.secureSession = false;
    send(form("guessed"));
    assertEquals(List.of("websudo"), instance.guardCalls);
    instance.secureSession = true;
    send(form("guessed"));
    assertEquals(List.of("websudo", "websudo", "xsrf"), instance.guardCalls);
  }

  @Test
  void aChangingCallNeedsAProof() throws IOException {
    assertRefused(Exchange.post(ZIP, "{}").without("X-Atlassian-Token"));
    assertRefused(Exchange.post(ZIP, "{}").header("X-Atlassian-Token", "nocheck"));
    assertRefused(form("guessed"));
    assertRefused(form(""));
    assertRefused(
        Exchange.post("/support-zip/progress/12345678/cancel", "").without("X-Atlassian-Token"));
    assertEquals(200, send(form(Instance.TOKEN)).status());
    assertEquals(200, send(Exchange.post(ZIP, "{}")).status());
  }

  @Test
  void aTokenInTheQueryProvesNothingForAJsonBody() throws IOException {
    assertRefused(
        Exchange.post(ZIP, "{}").without("X-Atlassian-Token").query("atl_token", Instance.TOKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://jira.example",
        "https://jira.example:8080"
      })
  void anotherOriginIsRefusedWhateverItsProof(String origin) throws IOException {
    assertRefused(Exchange.post(ZIP, "{}").header("Origin", origin));
    assertRefused(form(Instance.TOKEN).header("Origin", origin));
  }

  @ParameterizedTest
  @CsvSource({"same-origin,200", "none,200", "same-site,403", "cross-site,403", "surprise,403"})
  void theBrowsersWordOnTheSiteDecides(String site, int status) throws IOException {
    Exchange answer = send(Exchange.post(ZIP, "{}").header("Sec-Fetch-Site", site));
    assertEquals(status, answer.status());
  }

  @Test
  void behindAProxyTheBaseUrlIsOurOriginToo() throws IOException {
    assertEquals(
        200, send(Exchange.post(ZIP, "{}").header("Origin", "https://public.example")).status());
    instance.baseUrl = Optional.of(URI.create("HTTPS://Public.Example:443/jira"));
    assertEquals(
        200, send(Exchange.post(ZIP, "{}").header("Origin", "https://public.example")).status());
    instance.baseUrl = Optional.empty();
    assertRefused(Exchange.post(ZIP, "{}").header("Origin", "https://public.example"));
  }

  @Test
  void aClientThatIsNoBrowserIsJudgedByItsToken() throws IOException {
    assertEquals(200, send(Exchange.post(ZIP, "{}").without("Origin")).status());
  }

  private void assertRefused(Exchange exchange) throws IOException {
    Exchange answer = send(exchange);
    assertEquals(403, answer.status());
    assertEquals("xsrf-refused", answer.problem());
    assertTrue(instance.zips().progress("12345678").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "",
        "/",
        "//support-zip/items",
        "/support-zip/",
        "/support-zip/items/",
        "/support-zip/progress/",
        "/support-zip/progress/unknown-id"
      })
  void unknownAddressesAreNotFound(String path) throws IOException {
    assertEquals("not-found", send(Exchange.get(path)).problem());
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/support-zip/items,'GET, HEAD, OPTIONS'",
    "POST,/support-zip/items,'GET, HEAD, OPTIONS'",
    "TRACE,/openapi.json,'GET, HEAD, OPTIONS'",
    "GET,/support-zip,'POST, OPTIONS'",
    "HEAD,/support-zip,'POST, OPTIONS'",
    "get,/openapi.json,'GET, HEAD, OPTIONS'"
  })
  void anotherMethodIsToldWhichOnesThereAre(String method, String path, String allow)
      throws IOException {
    Exchange answer = send(Exchange.of(method, path));
    assertEquals(405, answer.status());
    assertEquals(allow, answer.answered("Allow"));
  }

  @Test
  void optionsAndHeadAreAnswered() throws IOException {
    Exchange options = send(Exchange.of("OPTIONS", ZIP));
    assertEquals(204, options.status());
    assertEquals("POST, OPTIONS", options.answered("Allow"));
    Exchange head = send(Exchange.of("HEAD", ITEMS));
    assertEquals(200, head.status());
    assertEquals("application/json", head.answered("Content-Type"));
    assertFalse(head.answered("Content-Length").equals("0"));
    assertEquals(0, head.bytes().length);
  }

  @Test
  void theDescriptionNamesThisInstanceAsItsServer() throws IOException {
    Exchange answer = send(Exchange.get("/openapi.json"));
    assertEquals(
        "[{\"url\":\"/jira/plugins/servlet/hearth/api/v1\"}]",
        answer.json().get("servers").toString());
  }
}
