package io.hearth.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.reports.Handling.NamedZip;
import io.hearth.reports.Handling.State;
import io.hearth.reports.ReportIntake.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportIntakeTest {

  @TempDir private Path home;
  private final MovedClock clock = new MovedClock();
  private TestProduct product;
  private ReportStore store;
  private ChosenReportSettings settings;
  private ReportIntake intake;

  @BeforeEach
  void start() {
    product = new TestProduct(home);
    store = new ReportStore(product, clock);
    settings = new ChosenReportSettings(product.settings(), clock);
    settings.keep(new ReportSettings(true, true, 3, 90, ""));
    intake = new ReportIntake(store, settings, clock);
  }

  private static NewReport saying(String happened) {
    return new NewReport(happened, "", "", "", List.of(), Optional.empty(), Optional.empty());
  }

  private Report taken(NewReport given) throws Exception {
    clock.now = clock.now.plus(Duration.ofHours(2));
    return assertInstanceOf(Answer.Taken.class, intake.take("ada", given)).report();
  }

  @Test
  void nothingIsTakenUntilAnAdministratorWantsIt() throws Exception {
    TestProduct fresh = new TestProduct(home.resolve("fresh"));
    ChosenReportSettings standard = new ChosenReportSettings(fresh.settings(), clock);
    ReportIntake closed = new ReportIntake(new ReportStore(fresh, clock), standard, clock);
    assertInstanceOf(Answer.Off.class, closed.take("ada", saying("it broke")));
    assertFalse(Files.exists(fresh.home));
    fresh.kept.put("reports", "{\"on\":\"per");
    assertFalse(new ChosenReportSettings(fresh.settings(), clock).now().on());
  }

  @Test
  void whatWasTakenIsReadByEveryNode() throws Exception {
    NewReport given =
        new NewReport(
            "The board is empty",
            "Cards",
            "/jira/secure/RapidBoard.jspa?rapidView=7&selectedIssue=SECRET-1#x",
            "com.acme.app",
            List.of(new PageError("com.acme.app", "TypeError", "x is undefined")),
            Optional.of("ada@example.com"),
            Optional.of(Pictures.png(30, 20)));
    Report report = taken(given);
    Filed read = new ReportStore(product, clock).find(report.id()).orElseThrow();
    assertEquals(report, read.report());
    assertEquals("/jira/secure/RapidBoard.jspa", read.report().page());
    assertEquals(State.NEW, read.handling().state());
    assertEquals(30, read.report().screenshot().orElseThrow().width());
    assertTrue(store.screenshot(report.id()).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "https://elsewhere.example/a/b?c=d, /a/b",
    "javascript:alert(1), ''",
    "/a b, ''",
    "../../etc/passwd, ''",
    "'', ''"
  })
  void ofAnAddressOnlyThePathStays(String page, String kept) throws Exception {
    NewReport given =
        new NewReport("x", "", page, "", List.of(), Optional.empty(), Optional.empty());
    assertEquals(kept, taken(given).page());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a\u0000b\u001B[31m",
        "first\r\nBcc: all@example.com",
        "\u202Egnp.exe",
        "\uD800 alone",
        "😀 and ü"
      })
  void everythingEndsAsText(String hostile) throws Exception {
    String kept = taken(saying("it said: " + hostile)).happened();
    assertTrue(kept.startsWith("it said: "));
    assertTrue(
        kept.codePoints().noneMatch(one -> Character.isISOControl(one) && one != '\n'), kept);
    assertFalse(kept.contains("\u202E") || kept.contains("\r"), kept);
    assertTrue(kept.codePoints().noneMatch(one -> Character.getType(one) == Character.SURROGATE));
  }

  @Test
  void aLongTextIsCutWithAMark() throws Exception {
    String kept = taken(saying("😀".repeat(5_000_000))).happened();
    assertTrue(kept.startsWith("😀".repeat(NewReport.LONGEST_TEXT) + " ["), "cut between people");
    assertTrue(kept.endsWith("[… 4990000 more characters were cut]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b\r\nBcc: c@d",
        "\"a b\"@c",
        "a@",
        "@b",
        "a@b@c",
        "a b@c",
        "ä@c.example",
        "a@-b"
      })
  void anAddressThatNoMailTakesIsLeftOut(String address) throws Exception {
    NewReport given =
        new NewReport("x", "", "", "", List.of(), Optional.of(address), Optional.empty());
    assertEquals(Optional.empty(), taken(given).email());
  }

  @Test
  void onePersonSendsSoManyWithinAnHour() throws Exception {
    for (int n = 0; n < 3; n++) {
      assertInstanceOf(Answer.Taken.class, intake.take("ada", saying("x")));
    }
    assertEquals(new Answer.TooMany(3), intake.take("ada", saying("x")));
    assertInstanceOf(Answer.Taken.class, intake.take("bob", saying("x")));
    clock.now = clock.now.plus(Duration.ofMinutes(61));
    assertInstanceOf(Answer.Taken.class, intake.take("ada", saying("x")));
  }

  @Test
  void onePersonSendsSoManyBytesWithinAnHour() {
    ReportQuotas quotas = new ReportQuotas(clock);
    assertTrue(quotas.take("ada", ReportQuotas.MOST_BYTES - 10, 60));
    assertFalse(quotas.take("ada", 11, 60));
    assertTrue(quotas.take("ada", 10, 60));
  }

  @Test
  void aFullInboxTakesNoMore() throws Exception {
    Path folder = Files.createDirectories(home.resolve("hearth/reports"));
    for (int n = 0; n < ReportStore.MOST; n++) {
      Files.createDirectory(folder.resolve(String.format("%016x", n)));
    }
    assertInstanceOf(Answer.NoRoom.class, intake.take("ada", saying("x")));
  }

  @Test
  void aBadScreenshotRefusesTheReport() {
    NewReport given =
        new NewReport(
            "x", "", "", "", List.of(), Optional.empty(), Optional.of(new byte[] {1, 2, 3}));
    assertThrows(NotAPng.class, () -> intake.take("ada", given));
  }

  private static Handling to(State state) {
    return new Handling(0, state, "by phone", "bob", Optional.empty(), Optional.empty());
  }

  @Test
  void aChangeIsMadeOnWhatItsAuthorSaw() throws Exception {
    String id = taken(saying("x")).id();
    assertEquals(1, store.handle(id, 0, to(State.SENT)).orElseThrow().revision());
    assertEquals(Optional.empty(), store.handle(id, 0, to(State.CLOSED)));
    Handling zipped =
        new Handling(
            0, State.SENT, "", "bob", Optional.empty(), Optional.of(new NamedZip("a", "b")));
    assertEquals(2, store.handle(id, 1, zipped).orElseThrow().revision());
    assertEquals("a", store.find(id).orElseThrow().handling().zip().orElseThrow().name());
  }

  @Test
  void ofAdministratorsAtTheSameMomentOneSucceeds() throws Exception {
    String id = taken(saying("x")).id();
    int many = 8;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      for (long round = 0; round < 30; round++) {
        long basedOn = store.find(id).orElseThrow().handling().revision();
        CyclicBarrier start = new CyclicBarrier(many);
        List<Future<Optional<Handling>>> answers = new ArrayList<>();
        for (int n = 0; n < many; n++) {
          Callable<Optional<Handling>> change =
              () -> {
                start.await();
                return new ReportStore(product, clock).handle(id, basedOn, to(State.SENT));
              };
          answers.add(threads.submit(change));
        }
        int done = 0;
        for (Future<Optional<Handling>> answer : answers) {
          done += answer.get().isPresent() ? 1 : 0;
        }
        assertEquals(1, done, "in round " + round);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void halfAFileIsNoChangeAndStopsNone() throws Exception {
    String id = taken(saying("x")).id();
    store.handle(id, 0, to(State.SENT));
    Files.writeString(home.resolve("hearth/reports/" + id + "/handling-000002.json"), "{\"sta");
    assertEquals(1, store.find(id).orElseThrow().handling().revision());
    assertEquals(3, store.handle(id, 1, to(State.CLOSED)).orElseThrow().revision());
  }

  @Test
  void whatIsTooOldOrGivenUpGoes() throws Exception {
    String old = taken(saying("old")).id();
    clock.now = clock.now.plus(Duration.ofDays(80));
    String young = taken(saying("young")).id();
    Path givenUp = Files.createDirectory(home.resolve("hearth/reports/0000000000000001"));
    Files.writeString(givenUp.resolve("screenshot.png"), "half");
    clock.now = clock.now.plus(Duration.ofDays(11));
    store.delete(Optional.of(clock.now.minus(Duration.ofDays(90))));
    assertEquals(Optional.empty(), store.find(old));
    assertTrue(store.find(young).isPresent());
    // Its time is the file system's own, which the test does not move.
    assertTrue(Files.exists(givenUp));
    clock.now = Instant.now().plus(Duration.ofDays(2));
    store.delete(Optional.of(Instant.EPOCH));
    assertFalse(Files.exists(givenUp));
  }

  @Test
  void asAKindItCountsShowsAndDeletes() throws Exception {
    ReportKind kind = new ReportKind(store, settings);
    taken(
        new NewReport(
            "marked-7f3a",
            "",
            "",
            "",
            List.of(),
            Optional.empty(),
            Optional.of(Pictures.png(9, 9))));
    assertEquals(1, kind.holdings(Optional.empty()).records());
    assertEquals(clock.now, kind.holdings(Optional.empty()).oldest().orElseThrow());
    assertEquals(0, kind.holdings(Optional.of(clock.now)).records());
    assertEquals(2, kind.rawNames().size());
    String shown = new String(kind.raw(kind.rawNames().get(0)).orElseThrow().readAllBytes());
    assertTrue(shown.contains("marked-7f3a"));
    for (String name : List.of("../x", "a/b", "reports/0000000000000001/../../x", "")) {
      assertEquals(Optional.empty(), kind.raw(name));
    }
    assertEquals(0, kind.delete(Optional.of(clock.now)));
    assertEquals(1, kind.delete(Optional.empty()));
    assertEquals(List.of(), files());
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
