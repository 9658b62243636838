package io.hearth.devhost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import io.hearth.devhost.apps.Leaks;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disabling, enabling and upgrading an app while it runs, and what is left of it afterwards. */
class LifecycleTest {
  private static final String[] TOKEN = {"X-Atlassian-Token", "no-check"};
  private static final String SERVLET = "/plugins/servlet/fixture";

  private static final Leaks NOTHING = new Leaks(0, List.of());
  private static final Leaks THE_RUNNING_APP = new Leaks(1, List.of());

  @TempDir static Path folder;
  private static RunningHost host;

  @BeforeAll
  static void start() throws Exception {
    host = new RunningHost(folder, app("1.0.0").jar(folder));
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static FixtureApp app(String version) {
    return new FixtureApp()
        .version(version)
        .servlet(
            "Says",
            "/fixture",
            "@com.atlassian.annotations.security.UnrestrictedAccess",
            "response.getWriter().write(\"" + version + "\");");
  }

  /** A worker that lives as long as its context, or, with {@code end} false, for ever. */
  private static FixtureApp withWorker(String version, boolean end) {
    return app(version)
        .source(
            "Worker",
            """
            public class Worker implements Runnable {
              private final Thread thread = new Thread(this, "fixture-worker");
              public Worker() { thread.setDaemon(true); thread.start(); }
              public void run() {
                try { Thread.sleep(60_000); } catch (InterruptedException e) { return; }
              }
              public void close() { if (%s) thread.interrupt(); }
            }
            """
                .formatted(end))
        .bean("worker", "class='fixture.Worker' destroy-method='close'");
  }

  private static void change(String way) throws Exception {
    assertEquals(204, host.post("/host/api/apps/fixture/" + way, new byte[0], TOKEN).statusCode());
  }

  /** Class loaders are collected some time, not at once. */
  private static Leaks leaks(Leaks expected) throws Exception {
    Leaks leaks = expected;
    for (int i = 0; i < 50; i++) {
      leaks = new Gson().fromJson(host.get("/host/api/leaks").body(), Leaks.class);
      if (leaks.equals(expected)) {
        break;
      }
      Thread.sleep(100);
    }
    return leaks;
  }

  private static HttpResponse<String> install(FixtureApp app) throws Exception {
    return host.post("/host/api/apps", Files.readAllBytes(app.jar(folder)), TOKEN);
  }

  @Test
  void a_disabled_app_is_gone_and_an_enabled_one_is_back() throws Exception {
    assertEquals(204, install(withWorker("1.1.0", true)).statusCode());
    change("disable");
    assertEquals(404, host.get(SERVLET).statusCode());
    assertEquals(NOTHING, leaks(NOTHING));
    change("enable");
    change("enable");
    assertEquals("1.1.0", host.get(SERVLET).body());
    assertEquals(THE_RUNNING_APP, leaks(THE_RUNNING_APP));
  }

  @Test
  void an_upgrade_replaces_the_app_and_leaves_nothing_of_the_old_one() throws Exception {
    for (String version : List.of("2.1.0", "2.2.0", "2.3.0")) {
      assertEquals(204, install(withWorker(version, true)).statusCode());
      assertEquals(version, host.get(SERVLET).body());
    }
    assertEquals(THE_RUNNING_APP, leaks(THE_RUNNING_APP));
  }

  @Test
  void a_refused_upgrade_says_why_and_leaves_the_old_app_running() throws Exception {
    install(app("3.0.0"));
    FixtureApp failing =
        app("4.0.0")
            .source("Bad", "public class Bad { public Bad() { throw new Error(\"no\"); } }")
            .bean("bad", "class='fixture.Bad'");
    HttpResponse<String> answer = install(failing);
    assertEquals(422, answer.statusCode());
    assertEquals(
        "app.jar is refused:\n  - its Spring context fails: Error: no",
        answer.body().replaceFirst("^\\S+", "app.jar"));
    assertEquals("3.0.0", host.get(SERVLET).body());
  }

  @Test
  void a_thread_that_outlives_its_app_is_told() throws Exception {
    install(withWorker("5.0.0", false));
    change("disable");
    Leaks left = new Leaks(1, List.of("fixture-worker"));
    assertEquals(left, leaks(left));
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("fixture-worker"))
        .forEach(Thread::interrupt);
    install(app("5.1.0"));
    assertEquals(THE_RUNNING_APP, leaks(THE_RUNNING_APP));
  }

  @Test
  void a_page_of_another_site_cannot_change_apps() throws Exception {
    assertEquals(403, host.post("/host/api/apps/fixture/disable", new byte[0]).statusCode());
    assertEquals(404, host.post("/host/api/apps/other/disable", new byte[0], TOKEN).statusCode());
  }
}
