package io.hearth.devhost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.devhost.instance.InstanceServer;
import io.hearth.devhost.instance.ProductKind;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameFilterTest {
  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>Größe &amp; Form</title>
      <meta name="decorator" content="atl.admin"><script>var s = "</head><body>";</script>
      </head><body class="x"><p id="mine">Inhalt ü</p></body></html>""";

  @TempDir Path state;
  private final CountDownLatch firstByteSeen = new CountDownLatch(1);
  private InstanceServer server;

  private interface Answer {
    void write(HttpServletResponse response) throws IOException;
  }

  private static HttpServlet servlet(Answer answer) {
    return new HttpServlet() {
      @Override
      protected void doGet(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        answer.write(response);
      }
    };
  }

  @BeforeEach
  void start() throws Exception {
    server =
        InstanceServer.start(
            InstanceServer.options(ProductKind.JIRA, "", state),
            Clock.systemUTC(),
            Map.of(
                "/page", servlet(response -> html(response, PAGE)),
                "/bytes", servlet(FrameFilterTest::pageAsBytes),
                "/plain", servlet(response -> html(response, "<html><body>bare</body></html>")),
                "/stream", servlet(this::stream),
                "/error", servlet(FrameFilterTest::errorAfterAll),
                "/again", servlet(FrameFilterTest::jsonAfterAll)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static void html(HttpServletResponse response, String page) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(page);
  }

  private static void pageAsBytes(HttpServletResponse response) throws IOException {
    byte[] page = PAGE.getBytes(StandardCharsets.ISO_8859_1);
    var out = response.getOutputStream();
    response.setContentType("text/html;charset=ISO-8859-1");
    response.setContentLength(page.length);
    out.write(page);
    out.flush();
  }

  private void stream(HttpServletResponse response) throws IOException {
    response.setContentType("application/zip");
    response.getOutputStream().write('P');
    response.flushBuffer();
    try {
      // The second byte is written only after the browser has had the first.
      boolean seen = firstByteSeen.await(10, TimeUnit.SECONDS);
      response.getOutputStream().write(seen ? 'K' : '!');
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void errorAfterAll(HttpServletResponse response) throws IOException {
    html(response, PAGE);
    response.sendError(409);
  }

  private static void jsonAfterAll(HttpServletResponse response) throws IOException {
    html(response, PAGE);
    response.reset();
    response.setContentType("application/json");
    response.getWriter().write("{}");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return server.browser().login("admin").get("/plugins/servlet" + path);
  }

  @Test
  void aPageThatAsksForItGetsTheAdministrationsFrame() throws Exception {
    String body = get("/page").body();
    assertTrue(body.contains("<title>Größe &amp; Form - Jira</title>"), body);
    assertTrue(body.contains("<p id=\"mine\">Inhalt ü</p>"), body);
    assertTrue(body.contains("class=\"dh-side\""), body);
    assertTrue(body.contains("<script>var s = \"</head><body>\";</script>"), body);
    assertEquals(1, body.split("<body", -1).length - 2, "the tag in the script is no tag");
    assertFalse(body.contains("name=\"decorator\""), body);
  }

  @Test
  void bytesInAnotherEncodingAndWithALengthAreFramedToo() throws Exception {
    HttpResponse<String> answer = get("/bytes");
    assertTrue(answer.body().contains("Inhalt ü</p>"), answer.body());
    assertTrue(answer.body().endsWith("</html>\n"), answer.body());
    assertEquals(
        "text/html;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElse("").toLowerCase());
  }

  @Test
  void aPageThatAsksForNoFrameStaysAsItIs() throws Exception {
    assertEquals("<html><body>bare</body></html>", get("/plain").body());
  }

  @Test
  void whatIsNoPageArrivesWhileItIsWritten() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.instance().baseUrl() + "/plugins/servlet/stream"))
            .build();
    try (InputStream in =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      assertEquals('P', in.read());
      firstByteSeen.countDown();
      assertEquals('K', in.read());
    }
  }

  @Test
  void anErrorOrAnotherAnswerTakesThePlaceOfThePage() throws Exception {
    HttpResponse<String> error = get("/error");
    assertEquals(409, error.statusCode());
    assertFalse(error.body().contains("mine"));
    assertEquals("{}", get("/again").body());
  }
}
