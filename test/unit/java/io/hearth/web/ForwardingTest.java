package io.hearth.web;

import static io.hearth.web.RedactionInstance.fits;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.egress.Receiver;
import io.hearth.errors.intake.Post;
import io.hearth.host.InstalledApp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of an error that is forwarded: from a browser's envelope to another server. */
class ForwardingTest {

  private static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; MARKED) AppleWebKit/537.36 Chrome/140.0.0.0";

  /** Marked in every place that may identify somebody. */
  private static final String ENVELOPE =
      """
      {"dsn":"https://MARKED@localhost/1","trace":{"user_id":"MARKED"}}
      {"type":"event"}
      {"tags":{"hearth.app":"com.acme.app","MARKED":"MARKED"},"server_name":"MARKED",\
      "user":{"id":"MARKED","email":"MARKED@acme.example","ip_address":"198.51.100.77"},\
      "request":{"url":"https://jira.acme.example/MARKED","cookies":"MARKED",\
      "headers":{"User-Agent":"MARKED"}},"extra":{"MARKED":"MARKED"},\
      "contexts":{"MARKED":{"MARKED":"MARKED"}},"exception":{"values":[{"type":"Error",\
      "value":"board of MARKED@acme.example at 198.51.100.77 password=MARKED broke",\
      "stacktrace":{"frames":[{"function":"showBoard",\
      "filename":"https://jira.acme.example/js/app.js?MARKED#MARKED","vars":{"MARKED":1},\
      "context_line":"MARKED","module":"com.acme.app:web","lineno":1,"colno":20}]}}]},\
      "breadcrumbs":[{"category":"fetch","message":"GET /browse?MARKED","data":{"u":"MARKED"}}]}
      """;

  @TempDir Path home;
  private RedactionInstance instance;
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    instance = new RedactionInstance(home);
    instance.installed.add(
        new InstalledApp("com.acme.app", "Acme", "1.0", "Acme", "enabled", false));
    assertEquals(200, instance.put("/errors/settings", ErrorCallsTest.SETTINGS).status());
  }

  @AfterEach
  void stop() {
    instance.close();
    receiver.close();
  }

  private void happens(String envelope) throws IOException {
    Post post =
        new Post(
            new ByteArrayInputStream(envelope.getBytes(UTF_8)),
            "",
            Optional.of("MARKED-session"),
            "198.51.100.77",
            AGENT);
    assertEquals(200, instance.errors.intake().take(post).status());
  }

  private long forwarded() throws IOException {
    return fits(instance.get("/errors/forwarding").json(), "ErrorForwarding")
        .get("forwarded")
        .getAsLong();
  }

  @Test
  void nothingGoesBeforeItIsConfirmedAndThenNothingThatIdentifies() throws Exception {
    happens(ENVELOPE);
    Thread.sleep(100);
    assertTrue(receiver.got.isEmpty());

    String dsn = "http://k3y@localhost:" + receiver.port() + "/7";
    assertEquals(
        200,
        instance
            .put(
                "/destinations/error-forwarding",
                "{\"address\":\"" + dsn + "\",\"host\":\"localhost\"}")
            .status());
    happens(ENVELOPE);
    for (int n = 0; n < 1000 && forwarded() == 0; n++) {
      Thread.sleep(10);
    }
    assertEquals(1, receiver.got.size());
    String sent = receiver.got.get(0).headers() + receiver.got.get(0).body();
    assertFalse(sent.contains("MARKED") || sent.contains("198.51.100.77"), sent);
    assertTrue(sent.contains("showBoard") && sent.contains("js/app.js"), sent);
    assertTrue(sent.contains("\"name\":\"Chrome\",\"version\":\"140\""), sent);

    happens(ENVELOPE.replace("com.acme.app", "com.stranger.app"));
    assertEquals(204, instance.delete("/destinations/error-forwarding").status());
    happens(ENVELOPE);
    Thread.sleep(100);
    assertEquals(1, receiver.got.size());
  }
}
