package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.collectors.ClockCheck.Run;
import io.hearth.collectors.Disks.Disk;
import io.hearth.collectors.HeapCheck.Fill;
import io.hearth.collectors.Verdict.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

  private static final long GB = 1L << 30;
  @TempDir Path folder;
  private TestHost host;

  @BeforeEach
  void makeProduct() throws IOException {
    host = TestHost.in(folder);
  }

  @Test
  void aDiskIsJudgedByShareAndBytes() {
    assertEquals(Status.OK, disk(1000 * GB, 60 * GB, false));
    assertEquals(Status.WARNING, disk(1000 * GB, 40 * GB, false));
    assertEquals(Status.OK, disk(20 * GB, 5 * GB, false));
    assertEquals(Status.PROBLEM, disk(1000 * GB, 9 * GB, false));
    assertEquals(Status.PROBLEM, disk(2 * GB, GB - 1, false));
    assertEquals(Status.PROBLEM, disk(1000 * GB, 600 * GB, true));
  }

  @Test
  void aHeapIsJudgedByWhatCollectionsLeave() {
    assertEquals(Status.OK, HeapCheck.of(new Fill(84, 100)).orElseThrow().status());
    assertEquals(Status.WARNING, HeapCheck.of(new Fill(85, 100)).orElseThrow().status());
    assertEquals(Status.PROBLEM, HeapCheck.of(new Fill(95, 100)).orElseThrow().status());
    assertTrue(HeapCheck.of(new Fill(1, -1)).isEmpty(), "a heap without a limit");
  }

  @Test
  void fileDescriptorsAreJudgedByShareAndLimit() {
    assertEquals(Status.OK, descriptors(100, 16384));
    assertEquals(Status.WARNING, descriptors(100, 1024));
    assertEquals(Status.WARNING, descriptors(8000, 10000));
    assertEquals(Status.PROBLEM, descriptors(9500, 10000));
  }

  @Test
  void aClockThatWasMovedEitherWayIsTold() {
    assertEquals(Status.OK, clock(Duration.ofSeconds(9)));
    assertEquals(Status.WARNING, clock(Duration.ofSeconds(-11)));
    assertEquals(Status.PROBLEM, clock(Duration.ofMinutes(6)));
  }

  @Test
  void errorsAreCountedOverTheLastMinutesOfTheLog() throws IOException {
    StringBuilder log = new StringBuilder("2026-03-01 10:00:00,000 main ERROR [c.a.Old] past\n");
    for (int second = 10; second < 40; second++) {
      log.append("2026-03-01 11:59:").append(second);
      log.append(",000+0000 main ERROR anonymous [c.a.jira.Mailer] no ERROR twice\n\tat x\n");
    }
    Verdict verdict = logErrors(log.append("2026-03-01 12:00:00,000 main INFO x\n").toString());
    assertEquals(Status.WARNING, verdict.status());
    assertEquals(30L, verdict.words().get(0));
    assertEquals("c.a.jira.Mailer", verdict.words().get(3));
  }

  @Test
  void everyCheckTellsWhatItFoundOrWhyItCouldNot() throws IOException {
    TestHost.write(host.home().resolve("log/atlassian-jira.log"), "2026-03-01 12:00:00,000 INFO\n");
    String live = health(host.scope());
    String offline = health(host.offline());
    for (HealthCheck check : Health.all()) {
      assertTrue(live.contains('"' + check.id() + '"'), check.id());
      assertTrue(offline.contains('"' + check.id() + '"'), check.id());
    }
    assertFalse(live.contains("{0}"), live);
  }

  @Test
  void aCheckThatBreaksHidesNoOther() throws IOException {
    HealthCheck broken =
        new HealthCheck() {
          @Override
          public String id() {
            return "heap";
          }

          @Override
          public List<Verdict> look(Scope scope) {
            throw new IllegalStateException("broken");
          }
        };
    Health health = new Health(List.of(broken, new DeadlockCheck()));
    String text = TestHost.text(health.entries(host.scope()).get(0));
    assertTrue(text.contains("could not be measured"), text);
    assertTrue(text.contains("No threads wait for each other"), text);
  }

  @Test
  void theCatalogueAndTheDocumentKnowEveryCheck() throws IOException {
    String page = Files.readString(Path.of("docs/health-checks.md"));
    Words words = Words.in(Locale.ENGLISH);
    for (HealthCheck check : Health.all()) {
      assertTrue(page.contains("`" + check.id() + "`"), check.id() + " is not in the document");
      for (String key : List.of("title", "ok", "problem", "advice")) {
        assertFalse(words.text("health." + check.id() + "." + key).isBlank());
      }
    }
  }

  private Status disk(long total, long usable, boolean readOnly) {
    Disk disk = new Disk(Map.of("localHome", host.home()), "ext4", total, usable, readOnly);
    return only(new DiskSpaceCheck(any -> List.of(disk)).look(host.scope())).status();
  }

  private Status descriptors(long open, long limit) {
    Map<String, Number> values =
        Map.of("OpenFileDescriptorCount", open, "MaxFileDescriptorCount", limit);
    return only(new FileDescriptorCheck(name -> Optional.ofNullable(values.get(name)))
            .look(host.scope()))
        .status();
  }

  private Status clock(Duration moved) {
    Run run = new Run(TestHost.NOW.minusSeconds(3600).minus(moved), Duration.ofSeconds(3600));
    return only(new ClockCheck(() -> run).look(host.scope())).status();
  }

  private Verdict logErrors(String text) throws IOException {
    TestHost.write(host.home().resolve("log/atlassian-jira.log"), text);
    return only(new LogErrorCheck().look(host.scope()));
  }

  private static String health(Scope scope) throws IOException {
    return TestHost.text(new Health().entries(scope).get(0));
  }

  private static Verdict only(List<Verdict> verdicts) {
    assertEquals(1, verdicts.size());
    return verdicts.get(0);
  }
}
