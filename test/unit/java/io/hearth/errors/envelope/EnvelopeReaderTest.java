package io.hearth.errors.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeReaderTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String EVENT =
      """
      {"event_id":"%s","level":"fatal","release":"app@2.1.0","user":{"email":"jane@acme.com"},
      "request":{"url":"https://x/?q=secret","headers":{"Cookie":"a=b"}},"extra":{"a":[1,{"b":2}]},
      "tags":{"hearth.app":"com.acme.app","other":"x"},
      "exception":{"values":[{"type":"Error","value":"inner"},
      {"type":"TypeError","value":"outer","mechanism":{"type":"x","handled":false},
      "stacktrace":{"frames":[{"function":"far","filename":"https://h/a.js?x=1","lineno":3,"colno":4},
      {"function":"near","filename":"https://h/jira/s/9f-CDN/1/2/_/download/batch/com.acme.app:web/com.acme.app:web.js#y",
      "lineno":1,"colno":77,"in_app":true}]}}]},
      "breadcrumbs":[{"timestamp":1.5,"category":"ui.click","message":"button[title=\\"Jane\\"]"},
      {"category":"fetch","data":{"method":"GET","url":"https://h/rest/x?name=jane","status_code":404}}]}"""
          .formatted(ID)
          .replace("\n", "");

  private static Envelope read(String text) throws IOException, MalformedEnvelope, NoTurn {
    return EnvelopeReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "", () -> true);
  }

  private static String item(String type, String payload) {
    return "{\"type\":\"" + type + "\"}\n" + payload + "\n";
  }

  @Test
  void anEventBecomesWhatIsKeptOfItAndNoMore() throws Exception {
    ErrorEvent event = read("{}\n" + item("event", EVENT)).events().get(0);
    assertEquals(ID, event.id());
    assertEquals("com.acme.app", event.app());
    assertEquals("2.1.0", event.appRelease());
    assertEquals("outer", event.exceptions().get(0).value());
    assertFalse(event.exceptions().get(0).handled());
    assertEquals("inner", event.exceptions().get(1).value());
    assertEquals(
        new Frame("near", "com.acme.app:web.js", "com.acme.app:web", 1, 77, true, ""),
        event.exceptions().get(0).frames().get(0));
    assertEquals("/a.js", event.exceptions().get(0).frames().get(1).file());
    assertEquals("button", event.crumbs().get(0).message());
    assertEquals("GET /rest/x 404", event.crumbs().get(1).message());
    for (String left : new String[] {"jane", "secret", "Cookie", "acme.com"}) {
      assertFalse(event.toString().contains(left), left);
    }
  }

  @Test
  void withoutATagTheAppIsReadFromTheAddressOfItsScript() throws Exception {
    String event = EVENT.replace("hearth.app", "another.tag");
    assertEquals("com.acme.app", read("{}\n" + item("event", event)).events().get(0).app());
  }

  @Test
  void lengthsAreKeptTo() throws Exception {
    String payload = "{\"message\":\"a\\nb\"}";
    String with = "{\"type\":\"event\",\"length\":" + payload.length() + "}\n" + payload;
    assertEquals(1, read("{}\n" + with).events().size());
    assertEquals(2, read("{}\n" + with + "\n" + with + "\n").events().size());
    assertEquals("a\nb", read("{}\n" + with).events().get(0).message());
  }

  @Test
  void otherItemsAreNamedAndDropped() throws Exception {
    Envelope envelope =
        read(
            "{\"dsn\":\"https://abc123@host/1\"}\n"
                + item("session", "{}")
                + item("transaction", "no JSON at all")
                + item("never_heard_of", "x")
                + item("event", "{}"));
    assertEquals(Set.of("session", "transaction"), envelope.unwanted());
    assertEquals(1, envelope.events().size());
  }

  @Test
  void whatTheClientDroppedIsCounted() throws Exception {
    String report =
        "{\"timestamp\":1,\"discarded_events\":["
            + "{\"reason\":\"queue_overflow\",\"category\":\"error\",\"quantity\":3},"
            + "{\"reason\":\"queue_overflow\",\"category\":\"error\",\"quantity\":2},"
            + "{\"reason\":\"sample_rate\",\"category\":\"transaction\",\"quantity\":9},"
            + "{\"reason\":\"<script>\",\"category\":\"error\",\"quantity\":9},"
            + "{\"reason\":\"network_error\",\"category\":\"error\",\"quantity\":-1}]}";
    assertEquals(
        Map.of("queue_overflow", 5L), read("{}\n" + item("client_report", report)).discarded());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                             | envelope: is empty",
        "no json                                        | envelope header: is no JSON object",
        "[]                                             | envelope header: is no JSON object",
        "{}~{}~x                                        | item 1: has no type",
        "{}~{\"type\":\"event\",\"length\":90}~{\"a\":1} | item 1: length 90, only 7 bytes follow",
        "{}~{\"type\":\"event\",\"length\":-1}~{}        | item 1: length -1, only 2 bytes follow",
        "{}~{\"type\":\"event\",\"length\":1}~{}         | item 1: no line end after 1 bytes",
        "{}~{\"type\":\"event\"}~{\"a\":                 | item 1: the event is no JSON object",
        "{}~{\"type\":\"event\"}~[]                      | item 1: the event is no JSON object",
        "{}~{\"type\":\"event\"}                         | item 1: the event is no JSON object",
      })
  void malformedOnesAreRefusedWithPlaceAndValue(String text, String why) {
    MalformedEnvelope refused =
        assertThrows(MalformedEnvelope.class, () -> read(text.replace('~', '\n')));
    assertTrue(refused.getMessage().startsWith(why), refused.getMessage());
  }

  private static byte[] packed(boolean gzip, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  @Test
  void packedBodiesAreRead() throws Exception {
    byte[] plain = ("{}\n" + item("event", EVENT)).getBytes(UTF_8);
    assertEquals(
        1,
        EnvelopeReader.read(new ByteArrayInputStream(packed(true, plain)), "gzip", () -> true)
            .events()
            .size());
    assertEquals(
        1,
        EnvelopeReader.read(new ByteArrayInputStream(packed(false, plain)), "deflate", () -> true)
            .events()
            .size());
    assertThrows(
        MalformedEnvelope.class,
        () -> EnvelopeReader.read(new ByteArrayInputStream(plain), "gzip", () -> true));
    assertThrows(
        MalformedEnvelope.class,
        () -> EnvelopeReader.read(new ByteArrayInputStream(plain), "br", () -> true));
  }

  @Test
  void aBombIsReadNoFurtherThanTheLimit() throws Exception {
    byte[] bomb = packed(true, new byte[200 << 20]);
    ByteArrayInputStream body = new ByteArrayInputStream(bomb);
    MalformedEnvelope refused =
        assertThrows(MalformedEnvelope.class, () -> EnvelopeReader.read(body, "gzip", () -> true));
    assertTrue(refused.tooLarge());
    assertTrue(body.available() > bomb.length / 2, "most of it was not read");
  }

  @Test
  void deepAndLongJsonIsBounded() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThrows(MalformedEnvelope.class, () -> read("{}\n" + item("event", deep)));
    StringBuilder frames = new StringBuilder();
    for (int n = 0; n < 5_000; n++) {
      frames.append(n == 0 ? "" : ",").append("{\"function\":\"f").append(n).append("\"}");
    }
    ErrorEvent event =
        read("{}\n"
                + item(
                    "event",
                    "{\"exception\":[{\"type\":\"E\",\"stacktrace\":{\"frames\":["
                        + frames
                        + "]}}]}"))
            .events()
            .get(0);
    assertEquals(50, event.exceptions().get(0).frames().size());
    assertEquals("f4999", event.exceptions().get(0).frames().get(0).function());
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/app.js?a=b#c, /app.js, ''",
    "https://h, /, ''",
    "/jira/s/1-CDN/2/3/_/download/contextbatch/js/atl.general/batch.js, /download/contextbatch/js/atl.general/batch.js, ''",
    "https://h/download/resources/com.acme:web/js/a.js, js/a.js, com.acme:web",
    "chrome-extension://abcdef/js/inject.js, chrome-extension:/inject.js, ''",
    "blob:https://h/0b6c-1f, blob:/0b6c-1f, ''",
    "com/acme/js/board.js, com/acme/js/board.js, ''",
  })
  void addressesOfScriptsLoseWhatIsNotTheirs(String address, String file, String module) {
    assertEquals(new Scripts(file, module), Scripts.of(address));
  }

  @Test
  void crumbsWithNonsenseAreEmptyOnes() throws Exception {
    Crumb crumb =
        read("{}\n"
                + item(
                    "event", "{\"breadcrumbs\":{\"values\":[{\"timestamp\":[],\"message\":{}}]}}"))
            .events()
            .get(0)
            .crumbs()
            .get(0);
    assertEquals("", crumb.message());
  }
}
