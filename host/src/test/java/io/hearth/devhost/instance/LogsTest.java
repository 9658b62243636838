package io.hearth.devhost.instance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.devhost.instance.InstanceServer.Browser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
  private static final String DAY_AND_TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}";

  @TempDir Path state;

  private static final class Failing extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger("com.example.app.web.Failing");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      LOG.warn("no luck", new IllegalStateException("because"));
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      response.getOutputStream().write(new byte[7]);
    }
  }

  /** Node folder of a product in which "admin" had no luck at {@code /plugins/servlet/x?a=b}. */
  private Path node(ProductKind kind) throws Exception {
    InstanceOptions options = InstanceServer.options(kind, "/ctx", state);
    try (InstanceServer server =
        InstanceServer.start(options, Clock.systemUTC(), Map.of("/x", new Failing()))) {
      Browser admin = server.browser().login("admin");
      admin.get("/plugins/servlet/x?a=b", "User-Agent", "Agent \"7\"");
      Path node = state.resolve(kind.id()).resolve("node1");
      await(accessLog(kind, node));
      return node;
    }
  }

  private static Path accessLog(ProductKind kind, Path node) {
    return node.resolve(
        switch (kind) {
          case JIRA -> "install/logs/access_log." + LocalDate.now();
          case CONFLUENCE -> "install/logs/conf_access_log" + LocalDate.now() + ".log";
          case BITBUCKET -> "home/log/atlassian-bitbucket-access.log";
        });
  }

  /** The line is written when the answer has ended, which the browser may see before. */
  private static void await(Path accessLog) throws Exception {
    Pattern ended = Pattern.compile("x\\?a=b.* 409 ");
    for (int i = 0; i < 500 && !ended.matcher(Files.readString(accessLog)).find(); i++) {
      Thread.sleep(10);
    }
  }

  private static void assertLine(Path file, String pattern) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertTrue(
        lines.stream().anyMatch(line -> line.matches(pattern)),
        () -> file.getFileName() + " has no " + pattern + ":\n" + String.join("\n", lines));
  }

  @Test
  void jira() throws Exception {
    Path node = node(ProductKind.JIRA);
    assertLine(
        node.resolve("home/log/atlassian-jira.log"),
        DAY_AND_TIME
            + "[+-]\\d{4} http-nio-\\d+-exec-\\d+ url:/plugins/servlet/x username:admin WARN admin"
            + " \\d+x\\d+x1 [0-9a-f]{8} [0-9:.]+ /plugins/servlet/x \\[c\\.e\\.app\\.web\\.Failing]"
            + " no luck");
    assertLine(
        node.resolve("home/log/atlassian-jira.log"), "java.lang.IllegalStateException: because");
    assertLine(
        node.resolve("home/log/atlassian-jira-security.log"),
        DAY_AND_TIME
            + "[+-]\\d{4} \\S+ url:/login anonymous \\d+x\\d+x1 - [0-9:.]+ /login"
            + " The user 'admin' has PASSED authentication\\.");
    assertLine(
        accessLog(ProductKind.JIRA, node),
        "[0-9:.]+ \\d+x\\d+x1 admin \\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}]"
            + " \"GET /plugins/servlet/x\\?a=b HTTP/1\\.1\" 409 7 \\d+ \"-\" \"Agent \\?7\\?\""
            + " \"[0-9a-f]{8}\"");
    assertLine(
        node.resolve("install/logs/catalina.out"),
        "\\d\\d-\\w{3}-\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO \\[main] .*JVM Version: .*");
  }

  @Test
  void confluence() throws Exception {
    Path node = node(ProductKind.CONFLUENCE);
    assertLine(
        node.resolve("home/logs/atlassian-confluence.log"),
        DAY_AND_TIME
            + " WARN \\[http-nio-\\d+-exec-\\d+] \\[example\\.app\\.web\\.Failing] doGet no luck"
            + " -- url: /plugins/servlet/x \\| traceId: \\S+ \\| userName: admin");
    assertLine(
        accessLog(ProductKind.CONFLUENCE, node),
        "\\[\\S+ \\S+] admin http-nio-\\d+-exec-\\d+ [0-9:.]+ GET /plugins/servlet/x\\?a=b HTTP/1\\.1"
            + " 409 \\d+ms 7 - Agent \\?7\\?");
    assertLine(
        node.resolve("home/logs/atlassian-confluence-security.log"),
        DAY_AND_TIME + " INFO .*PASSED authentication\\.");
  }

  @Test
  void bitbucket() throws Exception {
    Path node = node(ProductKind.BITBUCKET);
    assertLine(
        node.resolve("home/log/atlassian-bitbucket.log"),
        DAY_AND_TIME
            + " WARN  \\[http-nio-\\d+-exec-\\d+] admin @\\w+x\\d+x\\d+x1 [0-9a-f]{8} [0-9:.]+"
            + " \"GET /plugins/servlet/x\\?a=b HTTP/1\\.1\" c\\.e\\.a\\.w\\.Failing no luck");
    assertLine(
        node.resolve("home/log/atlassian-bitbucket.log"),
        DAY_AND_TIME + " INFO  \\[main] i\\.h\\.d\\.i\\.Instance Bitbucket .* is starting .*");
    for (String outcome : List.of("i", "o")) {
      assertLine(
          accessLog(ProductKind.BITBUCKET, node),
          "[0-9:.]+ \\| http \\| "
              + outcome
              + "@\\S+ \\| admin \\| "
              + DAY_AND_TIME
              + " \\| \"GET /plugins/servlet/x\\?a=b HTTP/1\\.1\" \\| \"\" \"Agent \\?7\\?\" \\| "
              + (outcome.equals("i")
                  ? "- \\| - \\| - \\| - \\| -"
                  : "409 \\| 0 \\| 7 \\| - \\| \\d+")
              + " \\| [0-9a-f]{8} \\| ");
    }
  }
}
