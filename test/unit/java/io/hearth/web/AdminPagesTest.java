package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each page and the links by which the products lead to it. */
class AdminPagesTest {

  @TempDir private Path home;

  private Exchange open(String path) throws IOException {
    RedactionInstance instance = new RedactionInstance(home);
    Exchange exchange = Exchange.get(path);
    new AdminPage(instance.gate(), keys -> "").handle(exchange.request(), exchange.response());
    return exchange;
  }

  @ParameterizedTest
  @CsvSource({
    "overview,Overview - Hearth",
    "support-zip,Support ZIP - Hearth",
    "review,Review a ZIP - Hearth",
    "redaction,Redaction - Hearth",
    "errors,Browser errors - Hearth",
    "privacy,Privacy - Hearth",
    "settings,Settings - Hearth"
  })
  void aPageNamesItselfToTheFrontendAndToTheProduct(String page, String title) throws IOException {
    String html = open("/" + page).text();
    assertTrue(html.contains(" data-page=\"" + page + "\""), html);
    assertTrue(html.contains("<title>" + title + "</title>"), html);
    assertTrue(html.contains("admin.active.tab\" content=\"hearth-" + page + "\""), html);
  }

  @ParameterizedTest
  @CsvSource({"jira", "confluence", "bitbucket"})
  void everyProductHasALinkToEachPage(String product) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/atlassian-plugin.xml")) {
      String descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String page :
          new String[] {
            "overview", "support-zip", "review", "redaction", "errors", "privacy", "settings"
          }) {
        String item = "<web-item key=\"hearth-" + product + "-" + page + "\"";
        assertTrue(descriptor.contains(item), item);
      }
    }
  }

  @Test
  void noOtherPageIsThere() throws IOException {
    assertEquals(404, open("/redaction/x").status());
  }
}
