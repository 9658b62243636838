package io.hearth.application;

import static io.hearth.application.Attempt.file;
import static io.hearth.application.Attempt.made;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Entry.Unreadable;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewPageTest {

  private static final String ATTACK = "\"><script>alert('1')</script>&amp;";

  @Test
  void whatFilesHoldIsShownAndNeverBecomesMarkup() {
    String page =
        overview(
            new Attempt()
                .with("product", made("product.json", "{\"name\": \"" + escaped(ATTACK) + "\"}"))
                .with(
                    "health",
                    made(
                        "health.json",
                        "{\"findings\": [{\"status\": \"warning\", \"title\": \""
                            + escaped(ATTACK)
                            + "\", \"detail\": \"\", \"advice\": \"\"}]}"))
                .with(
                    "product-logs",
                    file("a&b'c.log", "a"),
                    file("javascript:alert(1)", "a"),
                    new Entry.Missing("&lt;b&gt;", ATTACK, Unreadable.DENIED)));

    assertEquals(2, page.split("<script").length - 1, page);
    assertFalse(page.contains("<b&gt;"));
    assertTrue(page.contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;"));
    assertTrue(page.contains("a&amp;b&#39;c.log"));
    assertTrue(page.contains("&amp;lt_b&amp;gt_") || page.contains("&amp;lt;b&amp;gt;"));
  }

  @Test
  void thePolicyLetsNothingRunButTheScriptOfThePageAndAskForNothing() throws Exception {
    String page = overview(new Attempt().with("product-logs", file("a.log", "a")));

    String script = page.split("<script>|</script>\n</body>")[1];
    String style = page.split("<style>|</style>")[1];
    assertTrue(
        page.contains(
            "content=\"default-src 'none'; script-src '"
                + digest(script)
                + "'; style-src '"
                + digest(style)
                + "'; base-uri 'none'; form-action 'none'\""),
        page.substring(0, 600));
    assertFalse(script.contains("</script") || script.contains("<!--"));
    assertFalse(page.contains(" style="));
  }

  private static String digest(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void whatLogsTellIsDataThatCannotEndItself() {
    String attack = "</script><script>alert('1')</script><!-- \u2028 &amp;";
    String log =
        "%s ERROR [c.a.X] broke\ncom.acme.SomeException: %s\n\tat com.acme.A.b(A.java:1)\n";
    String time = LocalDateTime.now(ZoneOffset.UTC).toString().substring(0, 19).replace('T', ' ');
    Attempt.Result result =
        new Attempt().with("product-logs", file("a.log", log.formatted(time, attack))).done();

    String data = result.text("index.html").split("id=\"hearth-data\">|</script>")[1];

    assertFalse(data.contains("<"), data);
    JsonObject insight = JsonParser.parseString(data).getAsJsonObject().getAsJsonObject("insight");
    assertEquals(JsonParser.parseString(result.text("insight.json")), insight);
    JsonObject group =
        insight.getAsJsonObject("exceptions").getAsJsonArray("groups").get(0).getAsJsonObject();
    assertEquals(attack, group.get("message").getAsString());
    assertEquals("product-logs/a.log", group.get("entry").getAsString());
    assertTrue(result.text("manifest.json").contains("\"name\": \"insight.json\""));
    assertEquals(2, result.outcome().check().orElseThrow().entries());
  }

  @Test
  void whatIsRedactedIsRedactedInTheDataToo() {
    String time = LocalDateTime.now(ZoneOffset.UTC).toString().substring(0, 19).replace('T', ' ');
    Attempt.Result result =
        new Attempt()
            .with(
                "product-logs",
                file("a.log", time + " ERROR x\ncom.acme.XException: user=anna anna\n"))
            .done();

    assertTrue(result.text("insight.json").contains("com.acme.XException"));
    for (String text : result.entries().values()) {
      assertFalse(text.contains("anna"));
    }
  }

  @Test
  void linksLeadToEntriesBesideThePageOnly() {
    String page =
        overview(
            new Attempt()
                .with(
                    "product-logs",
                    file("//evil.example/a", "a"),
                    file("100% übel #1?.log", "a"),
                    file("javascript:alert(1)", "a")));

    Matcher links = Pattern.compile("href=\"([^\"]*)\"").matcher(page);
    int count = 0;
    while (links.find()) {
      assertTrue(
          links.group(1).matches("(product-logs/)?[\\w.%~-][\\w./%~*+()-]*"), links.group(1));
      count++;
    }
    assertEquals(4, count);
    assertTrue(page.contains("href=\"product-logs/100%25%20%C3%BCbel%20%231_.log\""), page);
  }

  @Test
  void healthFindingsComeWorstFirst() {
    String page =
        overview(
            new Attempt()
                .with(
                    "health",
                    made(
                        "health.json",
                        "{\"findings\": [{\"status\": \"ok\", \"title\": \"clock\"},"
                            + " {\"status\": \"problem\", \"title\": \"disk\"}]}")));

    assertTrue(page.indexOf("disk") < page.indexOf("clock"));
    assertTrue(page.indexOf("disk") > 0);
  }

  private static Attempt withErrors(String summary) {
    return new Attempt()
        .with("browser-errors", made("summary.json", summary), made("groups.jsonl", "{}\n"));
  }

  @Test
  void errorsInBrowsersAreSummedUpAndNeverBecomeMarkup() {
    String group =
        "{\"title\": \"%s\", \"app\": \"%s\", \"culprit\": \"%s\", \"type\": \"%s\", \"state\": \"open\","
            + " \"total\": 1204, \"firstSeen\": \"2026-01-01T00:00:00Z\"}";
    String page =
        overview(
            withErrors(
                "{\"groups\": 7, \"open\": 5, \"regressed\": 1, \"errors\": 2000, \"top\": ["
                    + group.replace("%s", escaped(ATTACK))
                    + "]}"));

    assertEquals(2, page.split("<script").length - 1, page);
    assertTrue(
        page.contains("7 different errors: 5 open, 1 back after being resolved; 2,000"), page);
    assertTrue(page.contains("<td class=\"number\">1,204</td>"), page);
    assertTrue(page.contains("href=\"browser-errors/groups.jsonl\""), page);
  }

  @Test
  void withoutErrorsOrWithABrokenSummaryThePageSaysNothingOfThem() {
    for (String summary : new String[] {"{\"groups\": 0}", "{\"groups\": \"<b>\"}", "[", "3"}) {
      assertFalse(overview(withErrors(summary)).contains("<h2>Errors in browsers"), summary);
    }
  }

  @Test
  void brokenHealthAndFactsAreLeftOut() {
    String page =
        overview(
            new Attempt()
                .with("product", made("product.json", "{\"name\": "))
                .with("health", made("health.json", "[1, {\"findings\": 3}]")));

    assertTrue(page.endsWith("</html>\n"));
  }

  @Test
  void aHugeZipKeepsThePageSmall() {
    Entry[] many =
        IntStream.range(0, 6000).mapToObj(n -> file(n + ".log", "")).toArray(Entry[]::new);

    String page = overview(new Attempt().with("product-logs", many));

    assertTrue(page.contains("And 1,001 more"), "README.txt and 4999 files are listed");
  }

  private static String overview(Attempt attempt) {
    return attempt.done().text("index.html");
  }

  private static String escaped(String json) {
    return json.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
