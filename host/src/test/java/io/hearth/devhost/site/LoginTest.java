package io.hearth.devhost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.devhost.instance.InstanceServer;
import io.hearth.devhost.instance.InstanceServer.Browser;
import io.hearth.devhost.instance.ProductKind;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  @TempDir Path state;
  private final MovingClock clock = new MovingClock();
  private InstanceServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        InstanceServer.start(
            InstanceServer.options(ProductKind.JIRA, "/jira", state), clock, Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-02-03T10:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void theRightPasswordGivesAGuardedCookieAndLeadsOn() throws Exception {
    HttpResponse<String> answer =
        server
            .browser()
            .post(
                "/login",
                Map.of("username", "admin", "password", "admin", "os_destination", "/admin?x=1"));
    assertEquals(302, answer.statusCode());
    assertTrue(location(answer).endsWith("/jira/admin?x=1"), location(answer));
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(
        cookie.matches("JSESSIONID=[0-9A-F]{32}; Path=/jira; HttpOnly; SameSite=Lax"), cookie);
  }

  @Test
  void aWrongPasswordIsAnswered401WithWordsAndKeepsTheName() throws Exception {
    HttpResponse<String> answer =
        server.browser().post("/login", Map.of("username", "\"><b>", "password", "x"));
    assertEquals(401, answer.statusCode());
    assertTrue(answer.body().contains("role=\"alert\""));
    assertTrue(answer.body().contains("value=\"&quot;&gt;&lt;b&gt;\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/%0a\n/x",
        "javascript:x",
        ""
      })
  void leadsNowhereButToThisInstance(String destination) throws Exception {
    HttpResponse<String> answer =
        server
            .browser()
            .post(
                "/login",
                Map.of("username", "user", "password", "user", "os_destination", destination));
    assertTrue(location(answer).endsWith("/jira/"), location(answer));
  }

  @Test
  void anIdPlantedBeforeTheLoginIsWorthNothing() throws Exception {
    Browser browser = server.browser();
    browser.login("user");
    String before = browser.cookies().get("JSESSIONID");
    browser.login("admin");
    assertNotEquals(before, browser.cookies().get("JSESSIONID"));
    Browser thief = server.browser();
    thief.cookies().put("JSESSIONID", before);
    assertEquals(302, thief.get("/admin").statusCode());
  }

  @Test
  void guessingIsStoppedForAWhileAndOnlyForThatName() throws Exception {
    Browser browser = server.browser();
    for (int i = 0; i < 8; i++) {
      assertEquals(
          401, browser.post("/login", Map.of("username", "admin", "password", "x")).statusCode());
    }
    HttpResponse<String> stopped =
        browser.post("/login", Map.of("username", "Admin", "password", "admin"));
    assertEquals(429, stopped.statusCode());
    assertTrue(stopped.headers().firstValue("Retry-After").isPresent());
    assertEquals(
        302, browser.post("/login", Map.of("username", "user", "password", "user")).statusCode());
    clock.pass(Duration.ofMinutes(2));
    assertEquals(
        302, browser.post("/login", Map.of("username", "admin", "password", "admin")).statusCode());
  }

  @Test
  void aFormFromAnotherSiteIsRefused() throws Exception {
    Map<String, String> form = Map.of("username", "admin", "password", "admin");
    assertEquals(
        403, server.browser().post("/login", form, "Origin", "https://evil.example").statusCode());
    assertEquals(
        403, server.browser().post("/login", form, "Sec-Fetch-Site", "cross-site").statusCode());
  }

  @Test
  void theAdministrationIsForAdministrators() throws Exception {
    HttpResponse<String> nobody = server.browser().get("/admin");
    assertTrue(location(nobody).endsWith("/jira/login?os_destination=%2Fadmin"), location(nobody));
    assertEquals(403, server.browser().login("user").get("/admin").statusCode());
    assertEquals(200, server.browser().login("admin").get("/admin").statusCode());
  }

  @Test
  void aConfirmedPasswordHoldsForTenMinutes() throws Exception {
    Browser admin = server.browser().login("admin");
    assertEquals(401, admin.post("/websudo", Map.of("password", "x")).statusCode());
    assertFalse(admin.get("/admin").body().contains("dh-banner"));
    HttpResponse<String> confirmed =
        admin.post("/websudo", Map.of("password", "admin", "destination", "/plugins/servlet/x"));
    assertTrue(location(confirmed).endsWith("/jira/plugins/servlet/x"), location(confirmed));
    clock.pass(Duration.ofMinutes(9));
    assertTrue(admin.get("/admin").body().contains("dh-banner"));
    clock.pass(Duration.ofMinutes(2));
    assertFalse(admin.get("/admin").body().contains("dh-banner"));
  }

  @Test
  void onlyAdministratorsAreAskedForTheirPassword() throws Exception {
    assertEquals(
        403,
        server.browser().login("user").post("/websudo", Map.of("password", "user")).statusCode());
    assertEquals(302, server.browser().post("/websudo", Map.of("password", "admin")).statusCode());
  }

  @Test
  void loggingOutEndsTheSessionItself() throws Exception {
    Browser browser = server.browser().login("admin");
    String id = browser.cookies().get("JSESSIONID");
    browser.get("/logout");
    assertEquals(200, browser.get("/admin").statusCode());
    browser.post("/logout", Map.of());
    browser.cookies().put("JSESSIONID", id);
    assertEquals(302, browser.get("/admin").statusCode());
  }

  @Test
  void aSessionEndsWhenNobodyUsesIt() throws Exception {
    Browser browser = server.browser().login("admin");
    clock.pass(Duration.ofHours(4));
    assertEquals(200, browser.get("/admin").statusCode());
    clock.pass(Duration.ofHours(6));
    assertEquals(302, browser.get("/admin").statusCode());
  }

  @Test
  void unknownAddressesAreNotFound() throws Exception {
    HttpResponse<String> answer = server.browser().get("/secure/nothing");
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("Page not found"));
  }
}
