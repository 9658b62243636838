package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.host.Product;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminPageTest {

  private static final String PAGE = "/support-zip";

  private final Instance instance = new Instance();

  private Exchange open(String path) throws IOException {
    Exchange exchange = Exchange.get(path);
    new AdminPage(instance.gate(), keys -> "<script src=\"/of/" + keys.get(0) + "\"></script>")
        .handle(exchange.request(), exchange.response());
    return exchange;
  }

  @Test
  void nobodyLoggedInIsLedToTheProductsLogin() throws IOException {
    instance.user = Optional.empty();
    Exchange answer = open(PAGE);
    assertEquals(302, answer.status());
    assertEquals("/jira/login?os_destination=here", answer.answered("Location"));
  }

  @Test
  void aPlainUserIsTurnedAway() throws IOException {
    instance.systemAdministrator = false;
    assertEquals(403, open(PAGE).status());
  }

  @Test
  void withoutWebSudoTheProductAsksForThePassword() throws IOException {
    instance.secureSession = false;
    Exchange answer = open(PAGE);
    assertEquals("/jira/websudo", answer.answered("Location"));
    assertEquals("", answer.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/other", "", "/", "/support-zip/x"})
  void anotherPageIsNotFound(String path) throws IOException {
    assertEquals(404, open(path).status());
  }

  @Test
  void thePageTellsTheFrontendWhatItNeeds() throws IOException {
    Exchange answer = open(PAGE);
    assertEquals("text/html;charset=UTF-8", answer.answered("Content-Type"));
    assertEquals("no-store", answer.answered("Cache-Control"));
    String html = answer.text();
    assertTrue(html.contains("<script src=\"/of/io.hearth:admin\"></script>"), html);
    assertTrue(
        html.contains(
            "<div id=\"hearth-app\" class=\"hearth\" data-page=\"support-zip\""
                + " data-context-path=\"/jira\" data-locale=\"en-US\" data-xsrf-name=\"atl_token\""
                + " data-xsrf-token=\"the-session&#39;s-token\">"),
        html);
    assertTrue(html.contains("<meta name=\"decorator\" content=\"atl.admin\">"), html);
    assertFalse(html.contains("web."), "a text is not in the catalogue: " + html);
  }

  @ParameterizedTest
  @EnumSource(Product.Kind.class)
  void nothingIsInline(Product.Kind kind) throws IOException {
    instance.kind = kind;
    String html = open(PAGE).text();
    assertFalse(html.contains("<script>"), html);
    assertFalse(html.contains("style"), html);
    assertFalse(html.matches("(?s).*\\son[a-z]+=.*"), html);
    assertEquals(kind == Product.Kind.CONFLUENCE, html.contains("<content "), html);
  }
}
