package io.hearth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.hearth.application.BuiltInRedaction;
import io.hearth.application.RedactionEngine;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Vocabulary;
import io.hearth.verify.SearchWords;
import io.hearth.web.SupportZipCalls.BrokenOff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DownloadTest {

  private static final String ZIP = "/support-zip";
  private static final String ID = "11111111-2222";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Instance instance = new Instance();

  private static Map<String, String> entries(byte[] zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  private JsonObject progress() throws IOException {
    return Exchange.get("/support-zip/progress/" + ID).through(instance.api()).json();
  }

  @Test
  void anEmptyRequestGivesTheQuickPreset() throws IOException {
    Exchange answer = Exchange.post(ZIP, "{}").through(instance.api());
    assertEquals(200, answer.status());
    assertEquals("application/zip", answer.answered("Content-Type"));
    assertEquals(
        "attachment; filename=\"hearth-support-jira-20260301-120000.zip\"",
        answer.answered("Content-Disposition"));
    assertEquals("no", answer.answered("X-Accel-Buffering"));
    assertEquals("nosniff", answer.answered("X-Content-Type-Options"));
    assertEquals("", answer.answered("Content-Length"));
    Map<String, String> entries = entries(answer.bytes());
    assertTrue(entries.containsKey("logs/logs.txt"), entries.keySet().toString());
    assertFalse(entries.containsKey("dumps/dumps.txt"));
  }

  @Test
  void aFormPostGivesTheSame() throws IOException {
    for (String field : new String[] {"request=%7B%7D", "request="}) {
      Exchange answer =
          Exchange.of("POST", ZIP)
              .body(FORM + "; charset=UTF-8", field + "&atl_token=the-session%27s-token")
              .through(instance.api());
      assertEquals(200, answer.status());
      assertTrue(entries(answer.bytes()).containsKey("logs/logs.txt"));
    }
  }

  @Test
  void chosenItemsTheirOptionsAndTheBrowsersFactsReachTheCollectors() throws IOException {
    String json =
        """
        {"items": ["dumps", "browser"], "options": {"dumps": {"count": 3.0}},
         "browser": {"language": "en", "languages": ["en", "de"], "screenWidth": 1920, "touch": false}}
        """;
    Map<String, String> entries = entries(Exchange.post(ZIP, json).through(instance.api()).bytes());
    assertEquals("{count=3}", entries.get("dumps/dumps.txt"));
    String facts = entries.get("browser/browser.txt");
    assertTrue(facts.contains("languages=en, de"), facts);
    assertTrue(facts.contains("screenWidth=1920"), facts);
    assertTrue(facts.contains("touch=false"), facts);
    assertFalse(entries.containsKey("logs/logs.txt"));
  }

  @Test
  void progressTellsTheOutcome() throws IOException {
    Exchange.post(ZIP, "{\"progress\":\"" + ID + "\"}").through(instance.api());
    JsonObject progress = progress();
    assertEquals("done", progress.get("state").getAsString());
    JsonObject outcome = progress.getAsJsonObject("outcome");
    assertTrue(outcome.get("entries").getAsInt() >= 2);
    assertTrue(outcome.get("sha256").getAsString().matches("[0-9a-f]{64}"));
  }

  @Test
  void itemsAreTheDryRun() throws IOException {
    JsonObject items =
        Exchange.get("/support-zip/items").query("sinceDays", "3").through(instance.api()).json();
    assertEquals("jira", items.getAsJsonObject("product").get("kind").getAsString());
    assertEquals(3, items.getAsJsonArray("items").size());
    assertEquals(300, items.getAsJsonObject("total").get("bytes").getAsInt());
    JsonObject dumps = items.getAsJsonArray("items").get(1).getAsJsonObject();
    assertEquals("[\"full\"]", dumps.get("presets").toString());
    assertEquals("pause", dumps.get("cost").getAsString());
    assertTrue(dumps.get("warnings").toString().contains("\"pause\""));
    assertTrue(dumps.get("options").toString().contains("\"max\":20"));
  }

  @Test
  void whileOneIsMadeAnotherIsToldWhoStartedItAndCancelEndsIt() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    instance.logs = out -> waitForInterrupt(waiting);
    ExecutorService container = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> first =
          container.submit(
              () -> Exchange.post(ZIP, "{\"progress\":\"" + ID + "\"}").through(instance.api()));
      waiting.await();
      Exchange second = Exchange.post(ZIP, "{}").through(instance.api());
      assertEquals(429, second.status());
      assertEquals("busy", second.problem());
      assertEquals("ada", second.json().get("startedBy").getAsString());
      assertEquals(Instance.NOW.toString(), second.json().get("startedAt").getAsString());
      assertEquals("10", second.answered("Retry-After"));
      assertEquals("running", progress().get("state").getAsString());

      long begun = System.nanoTime();
      Exchange cancel =
          Exchange.post("/support-zip/progress/" + ID + "/cancel", "").through(instance.api());
      assertEquals(204, cancel.status());
      ExecutionException ended = assertThrows(ExecutionException.class, first::get);
      assertTrue(ended.getCause() instanceof BrokenOff, "part of a ZIP looks whole");
      assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(1));
      assertEquals("cancelled", progress().get("state").getAsString());
      assertEquals(
          200, Exchange.post(ZIP, "{\"items\":[\"dumps\"]}").through(instance.api()).status());
    } finally {
      container.shutdownNow();
    }
  }

  private static void waitForInterrupt(CountDownLatch waiting) throws IOException {
    waiting.countDown();
    try {
      Thread.sleep(TimeUnit.MINUTES.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Test
  void aReceiverThatLeavesEndsTheWorkQuietly() throws IOException {
    long[] written = {0};
    instance.logs =
        out -> {
          byte[] noise = new byte[1 << 16];
          for (int n = 0; n < 1000; n++) {
            new java.util.Random(n).nextBytes(noise);
            write(out, noise, written);
          }
        };
    Exchange answer =
        Exchange.post(ZIP, "{\"progress\":\"" + ID + "\"}")
            .receiverLeavesAfter(100_000)
            .through(instance.api());
    assertTrue(answer.committed());
    assertEquals("cancelled", progress().get("state").getAsString());
    assertTrue(written[0] < 20 << 20, written[0] + " bytes were still collected");
  }

  @Test
  void aReceiverThatLeavesWhileNothingIsSentIsNoticedWithinASecond() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    instance.logs =
        out -> {
          for (int n = 0; n < 100; n++) {
            waiting.countDown();
            pause();
            out.flush();
          }
        };
    Exchange answer = Exchange.post(ZIP, "{\"progress\":\"" + ID + "\"}");
    ExecutorService container = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> running = container.submit(() -> answer.through(instance.api()));
      waiting.await();
      answer.receiverLeavesAfter(0);
      running.get(1, TimeUnit.SECONDS);
      assertEquals("cancelled", progress().get("state").getAsString());
    } finally {
      container.shutdownNow();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As text, which is what an entry is; random, so that it does not shrink to nothing. */
  private static void write(OutputStream out, byte[] noise, long[] written) throws IOException {
    for (int n = 0; n < noise.length; n++) {
      noise[n] = (byte) (n % 80 == 79 ? '\n' : '!' + (noise[n] & 63));
    }
    out.write(noise);
    written[0] += noise.length;
  }

  @Test
  void aFailureBeforeTheFirstByteIsAProblemWithoutInternals() throws IOException {
    instance.engine =
        () -> {
          throw new IllegalStateException("the secret cause");
        };
    Exchange answer = Exchange.post(ZIP, "{}").through(instance.api());
    assertEquals(500, answer.status());
    assertEquals("internal", answer.problem());
    assertFalse(answer.text().contains("secret cause"));
    assertFalse(answer.text().contains("Exception"));
    assertEquals("", answer.answered("Content-Disposition"));
  }

  @Test
  void aFailureAfterTheFirstByteBreaksTheConnectionOff() {
    instance.engine = FailsLate::new;
    Exchange answer = Exchange.post(ZIP, "{}");
    assertThrows(BrokenOff.class, () -> answer.through(instance.api()));
    assertTrue(answer.committed());
  }

  private static final class FailsLate implements RedactionEngine.Session {
    private final RedactionEngine.Session good = BuiltInRedaction.standard().begin();

    @Override
    public void learn(String name, InputStream text) throws IOException {
      good.learn(name, text);
    }

    @Override
    public Vocabulary vocabulary() {
      return good.vocabulary();
    }

    @Override
    public Redactor redactor() {
      throw new IllegalStateException("the rules cannot be built");
    }

    @Override
    public boolean linked() {
      return good.linked();
    }

    @Override
    public SearchWords searchWords() {
      return SearchWords.none();
    }

    @Override
    public Map<String, String> description() {
      return good.description();
    }
  }

  @Test
  void anUnexpectedFailureIsAProblemWithAnIncident() throws IOException {
    Api api =
        new Api(
            instance.gate(),
            new Incidents(),
            java.util.List.of(
                Route.administrator(
                    Route.Method.GET,
                    "/broken",
                    call -> {
                      throw new IllegalStateException("the secret cause");
                    })));
    Exchange answer = Exchange.get("/broken").through(api);
    assertEquals("internal", answer.problem());
    assertTrue(answer.json().get("detail").getAsString().matches(".*\\b[0-9a-f]{8}\\b.*"));
    assertFalse(answer.text().contains("secret"));
  }

  @Test
  void closingTheAppEndsWhatIsRunning() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    instance.logs = out -> waitForInterrupt(waiting);
    ExecutorService container = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> running =
          container.submit(() -> Exchange.post(ZIP, "{}").through(instance.api()));
      waiting.await();
      instance.zips().close();
      assertThrows(ExecutionException.class, () -> running.get(1, TimeUnit.SECONDS));
    } finally {
      container.shutdownNow();
    }
  }
}
