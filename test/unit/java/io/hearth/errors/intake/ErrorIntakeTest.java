package io.hearth.errors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.Browser;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.Outcome;
import io.hearth.errors.store.StoreBounds;
import io.hearth.errors.store.StoredGroup;
import io.hearth.host.TestProduct;
import io.hearth.store.PrivateFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorIntakeTest {

  private static final String CHROME =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
          + " Safari/537.36";

  @TempDir Path home;
  private final List<String> appeared = new ArrayList<>();
  private final List<String> arrived = new ArrayList<>();
  private ChosenErrorSettings settings;
  private ErrorStore store;
  private ErrorArchive archive;
  private ErrorIntake intake;

  @BeforeEach
  void start() {
    Clock clock = Clock.systemUTC();
    TestProduct product = new TestProduct(home);
    settings = new ChosenErrorSettings(product.settings(), clock);
    PrivateFolder nodes = new PrivateFolder(home.resolve("nodes"));
    Decisions decisions = new Decisions(nodes, "node1", clock);
    store =
        new ErrorStore(
            nodes, "node1", "11.0.0", clock, StoreBounds.DEFAULT, decisions, warning -> {});
    archive = new ErrorArchive(nodes, Optional.of(store), decisions, clock);
    intake =
        new ErrorIntake(
            store,
            settings,
            new ErrorIntake.Surroundings() {
              @Override
              public boolean isInstalled(String app) {
                return app.startsWith("com.acme") || app.equals("io.hearth");
              }

              @Override
              public String version(String app) {
                return app.startsWith("com.acme") ? "3.2.1" : "";
              }
            },
            agent -> new Browser("Chrome 140", "Linux"),
            new ErrorIntake.Watcher() {
              @Override
              public void appeared(Grouped head, String app) {
                appeared.add(app + " " + head.title());
              }

              @Override
              public void arrives(GroupId group, String appRelease) {
                arrived.add(group + " " + appRelease);
              }
            },
            clock);
    watch(Watched.Mode.ALL_APPS);
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private void watch(Watched.Mode mode) {
    ErrorSettings now = ErrorSettings.standard();
    settings.keep(
        new ErrorSettings(mode, List.of("com.acme.two"), Set.of(), now.filters(), 180, true));
  }

  private static String event(String app, String type, String value, String file) {
    return "{}\n{\"type\":\"event\"}\n{\"tags\":{\"hearth.app\":\""
        + app
        + "\"},\"exception\":{\"values\":[{\"type\":\""
        + type
        + "\",\"value\":\""
        + value
        + "\",\"stacktrace\":{\"frames\":[{\"function\":\"showBoard\",\"filename\":\""
        + file
        + "\"}]}}]}}\n";
  }

  private Reply send(String session, String envelope, String agent) throws IOException {
    return intake.take(
        new Post(
            new ByteArrayInputStream(envelope.getBytes(UTF_8)),
            "",
            Optional.of(session),
            "10.0.0.1",
            agent));
  }

  private Reply send(String envelope) throws IOException {
    return send("session", envelope, CHROME);
  }

  private List<StoredGroup> groups() {
    return archive.view().groups();
  }

  private Map<String, Long> filtered() {
    return archive.view().counts().get(Outcome.FILTERED);
  }

  @Test
  void anErrorIsCountedWithItsReleaseBrowserAndUsers() throws IOException {
    String envelope = event("com.acme.one", "TypeError", "e is undefined", "a.js");
    for (String session : List.of("one", "two", "two")) {
      assertEquals(200, send(session, envelope, CHROME).status());
    }
    StoredGroup group = groups().get(0);
    assertEquals(3, group.total());
    assertEquals(2, group.days().get(0).users());
    assertEquals(Map.of("3.2.1", 3L), group.appReleases());
    assertEquals(Map.of("Chrome 140", 3L), group.browsers());
    assertEquals(1, appeared.size(), "told once");
    assertEquals(Collections.nCopies(3, group.id() + " 3.2.1"), arrived);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, io.hearth, 403",
    "THIS_APP, io.hearth, 200",
    "CHOSEN, com.acme.two, 200",
    "ALL_APPS, com.acme.one, 200",
    "EVERYTHING, com.atlassian.jira, 200",
  })
  void whatIsWatchedIsKept(Watched.Mode mode, String app, int status) throws IOException {
    watch(mode);
    assertEquals(status, send(event(app, "Error", "x", "a.js")).status());
    assertEquals(status == 200 ? 1 : 0, groups().size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Watched.Mode.class,
      names = {"THIS_APP", "CHOSEN", "ALL_APPS"})
  void whatIsNotWatchedIsCountedAsSuch(Watched.Mode mode) throws IOException {
    watch(mode);
    assertEquals(200, send(event("com.atlassian.jira", "Error", "x", "a.js")).status());
    assertEquals(List.of(), groups());
    assertEquals(Map.of("not-watched", 1L), filtered());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "script-error    | Error      | Script error.                              | a.js",
        "resize-observer | Error      | ResizeObserver loop limit exceeded         | a.js",
        "extension       | TypeError  | x is null                                  | chrome-extension://a/b.js",
        "extension       | Error      | Extension context invalidated.             | a.js",
        "injected        | Error      | Can't find variable: gmo                   | a.js",
        "aborted         | AbortError | The user aborted a request.                | a.js",
      })
  void noiseIsCountedByReason(String reason, String type, String value, String file)
      throws IOException {
    send(event("com.acme.one", type, value, file));
    assertEquals(Map.of(reason, 1L), filtered());
    assertEquals(List.of(), groups());
  }

  @Test
  void crawlersAreCounted() throws IOException {
    send(
        "s",
        event("com.acme.one", "Error", "x", "a.js"),
        "Mozilla/5.0 (compatible; Googlebot/2.1)");
    assertEquals(Map.of("crawler", 1L), filtered());
  }

  @Test
  void aFilterOfTheAdministratorsLeavesOut() throws IOException {
    settings.keep(
        new ErrorSettings(
            Watched.Mode.ALL_APPS,
            List.of(),
            Set.of(Noise.SCRIPT_ERRORS),
            List.of(new Filter("f", Filter.Field.MESSAGE, "*quota (full)*", true)),
            180,
            true));
    send(event("com.acme.one", "Error", "The QUOTA (full) was hit", "a.js"));
    send(event("com.acme.one", "Error", "Script error.", "a.js"));
    assertEquals(Map.of("own-filter", 1L), filtered());
    assertEquals(1, groups().size(), "noise that is kept all the same");
  }

  @Test
  void aSessionThatFloodsIsToldToWaitAndOthersAreNot() throws IOException {
    String envelope = event("com.acme.one", "Error", "x", "a.js");
    Reply last = send(envelope);
    for (int n = 0; n < 300; n++) {
      last = send(envelope);
    }
    assertEquals(429, last.status());
    assertTrue(last.retryAfter() > 0);
    assertEquals(200, send("another", envelope, CHROME).status());
    assertTrue(archive.view().counts().get(Outcome.REFUSED).get("rate") > 100);
  }

  @Test
  void whatIdentifiesIsTakenOutBeforeItIsWritten() throws IOException {
    send(
        event(
            "com.acme.one",
            "Error",
            "No mail to jane.roe@acme-corp.com from 10.20.30.40, password=hunter2secret",
            "https://h/a.js"));
    StoredGroup group = groups().get(0);
    String all = group.title() + archive.samples(group.id());
    for (String value : List.of("jane", "acme-corp", "10.20.30.40", "hunter2secret")) {
      assertFalse(all.contains(value), value + " in " + all);
    }
  }

  @Test
  void clientReportsTellWhatWasLostAndWhatWasLeftOut() throws IOException {
    send(
        "{}\n{\"type\":\"client_report\"}\n{\"discarded_events\":["
            + "{\"reason\":\"resize-observer\",\"category\":\"error\",\"quantity\":2},"
            + "{\"reason\":\"network_error\",\"category\":\"error\",\"quantity\":3}]}\n");
    assertEquals(Map.of("resize-observer", 2L), filtered());
    assertEquals(Map.of("network_error", 3L), archive.view().counts().get(Outcome.NOT_DELIVERED));
  }

  @Test
  void malformedOnesAreRefusedAndCounted() throws IOException {
    assertEquals(400, send("no envelope").status());
    assertEquals(413, send("{}\n" + "x".repeat(2 << 20)).status());
    assertEquals(
        Map.of("malformed", 1L, "too-large", 1L), archive.view().counts().get(Outcome.REFUSED));
  }

  @Test
  void ofLargeOnesOneIsReadAtATime() throws IOException {
    byte[] large = ("{}\n" + "{}".repeat(50_000)).getBytes(UTF_8);
    List<Integer> meanwhile = new ArrayList<>();
    InputStream slow =
        new ByteArrayInputStream(large) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            if (pos > 70_000 && meanwhile.isEmpty()) {
              meanwhile.add(status(new ByteArrayInputStream(large)));
              meanwhile.add(status(new ByteArrayInputStream("{}\n".getBytes(UTF_8))));
            }
            return super.read(bytes, from, Math.min(length, 10_000));
          }
        };
    assertEquals(400, status(slow));
    assertEquals(List.of(429, 200), meanwhile);
    assertEquals(400, status(new ByteArrayInputStream(large)), "its turn was given back");
  }

  private int status(InputStream body) {
    try {
      return intake.take(new Post(body, "", Optional.of("a"), "10.0.0.1", "Agent")).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void unwantedItemsAreNamed() throws IOException {
    assertEquals(Set.of("session"), send("{}\n{\"type\":\"session\"}\n{}\n").unwanted());
  }
}
