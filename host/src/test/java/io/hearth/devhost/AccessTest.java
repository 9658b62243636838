package io.hearth.devhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed by default, opened by the security annotations only. */
class AccessTest {
  @TempDir static Path folder;
  private static RunningHost host;
  private static String user;
  private static String administrator;

  @BeforeAll
  static void start() throws Exception {
    FixtureApp app = new FixtureApp();
    String hello =
        "response.getWriter().write(request.getContextPath() + '|' + request.getServletPath()"
            + " + '|' + request.getPathInfo());";
    app.servlet("Closed", "/fixture/closed/*", "", hello);
    for (String name :
        List.of(
            "UnrestrictedAccess",
            "AnonymousSiteAccess",
            "UnlicensedSiteAccess",
            "LicensedOnly",
            "AdminOnly",
            "SystemAdminOnly")) {
      String annotation = "@com.atlassian.annotations.security." + name;
      app.servlet(name, "/fixture/" + name + "/*", annotation, hello);
    }
    host = new RunningHost(folder, app.jar(folder), "--context", "/jira");
    user = host.login("user");
    administrator = host.login("admin");
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "closed, 401, 200, 200",
    "UnrestrictedAccess, 200, 200, 200",
    "AnonymousSiteAccess, 200, 200, 200",
    "UnlicensedSiteAccess, 401, 200, 200",
    "LicensedOnly, 401, 200, 200",
    "AdminOnly, 401, 403, 200",
    "SystemAdminOnly, 401, 403, 200"
  })
  void lets_in(String servlet, int nobody, int plainUser, int admin) throws Exception {
    String path = "/plugins/servlet/fixture/" + servlet + "/x";
    assertEquals(nobody, host.get(path).statusCode());
    assertEquals(plainUser, host.get(path, "Cookie", user).statusCode());
    assertEquals(admin, host.get(path, "Cookie", administrator).statusCode());
  }

  @Test
  void leads_a_person_to_the_login_page_and_back() throws Exception {
    var answer = host.get("/plugins/servlet/fixture/closed/x?y=1", "Accept", "text/html");
    assertEquals(302, answer.statusCode());
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertTrue(
        location.endsWith(
            "/jira/login?os_destination=%2Fplugins%2Fservlet%2Ffixture%2Fclosed%2Fx%3Fy%3D1"),
        location);
  }

  @Test
  void shows_a_servlet_its_pattern_as_part_of_the_servlet_path() throws Exception {
    String path = "/plugins/servlet/fixture/UnrestrictedAccess";
    assertEquals("/jira|" + path + "|/a/b", host.get(path + "/a/b").body());
    assertEquals("/jira|" + path + "|null", host.get(path).body());
    assertEquals(404, host.get("/plugins/servlet/fixture/other").statusCode());
  }
}
