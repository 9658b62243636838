package io.hearth.errors.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.egress.Purpose;
import io.hearth.egress.Receiver;
import io.hearth.egress.Target;
import io.hearth.errors.base.Bucket;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import io.hearth.errors.intake.Passed;
import io.hearth.host.HostUser;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForwarderTest {

  private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration SOON = Duration.ofSeconds(10);

  private final MovedClock clock = new MovedClock();
  private final TestProduct product = new TestProduct(Path.of("/home"));
  private final CountDownLatch over = new CountDownLatch(1);
  private Receiver receiver;
  private Destinations destinations;
  private Outgoing outgoing;
  private Forwarder forwarder;

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
    destinations = new Destinations(product.settings(), clock);
    outgoing = new Outgoing(destinations);
    forwarder = forwarder(1_000);
  }

  private Forwarder forwarder(int burst) {
    Forwarder.Pace pace =
        new Forwarder.Pace(
            new Bucket.Rate(burst, 0.001), Duration.ofMillis(1), Duration.ofMillis(4));
    return new Forwarder(outgoing, destinations, "1.2.3", clock, pace);
  }

  @AfterEach
  void stop() {
    over.countDown();
    forwarder.close();
    outgoing.close();
    receiver.close();
  }

  private void confirm() throws Exception {
    destinations.confirm(
        Purpose.ERROR_FORWARDING,
        Target.dsn("http://pub1ic@localhost:" + receiver.port() + "/below/42"),
        new HostUser("key", "ada", "Ada", Optional.empty()));
  }

  private static Passed error(long characters, Supplier<ErrorEvent> scrubbed) {
    return new Passed() {
      @Override
      public GroupId group() {
        return new GroupId("0123456789abcdef");
      }

      @Override
      public long characters() {
        return characters;
      }

      @Override
      public ErrorEvent scrubbed() {
        return scrubbed.get();
      }
    };
  }

  private static Passed error() {
    return error(100, ForwarderTest::event);
  }

  private static ErrorEvent event() {
    Frame inner = new Frame("showCard", "js/board.js", "com.acme.app:web", 7, 12, true, "a.b");
    Frame outer = new Frame("", "js/start.js", "", 0, 0, false, "");
    return new ErrorEvent(
        "0123456789abcdef0123456789abcdef",
        THEN,
        "com.acme.app",
        "3.2.1",
        "board",
        Level.WARNING,
        List.of(
            new Thrown("Error", "<b>broke</b>", false, List.of(inner, outer)),
            new Thrown("TypeError", "cause\n{\"type\":\"event\"}", true, List.of())),
        "",
        List.of("own"),
        List.of(new Crumb(THEN, "ui.click", "button", "info")),
        new Browser("Mobile Safari 17", "Windows"));
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in time");
      Thread.sleep(5);
    }
  }

  private long dropped(Dropped why) {
    return forwarder.counts().dropped().getOrDefault(why, 0L);
  }

  private static void reply(com.sun.net.httpserver.HttpExchange exchange, int status, String limits)
      throws IOException {
    exchange.getResponseHeaders().add("X-Sentry-Rate-Limits", limits);
    Receiver.reply(exchange, status, "{}");
  }

  @Test
  void nothingIsEvenScrubbedBeforeADestinationIsConfirmed() throws Exception {
    AtomicInteger scrubbed = new AtomicInteger();
    Passed counted =
        error(
            1,
            () -> {
              scrubbed.incrementAndGet();
              return event();
            });
    forwarder.offer(counted);
    assertEquals(new Counts(0, 0, Map.of(), 0), forwarder.counts());
    assertEquals(0, scrubbed.get());

    confirm();
    forwarder.offer(counted);
    eventually(() -> forwarder.counts().forwarded() == 1);
    assertEquals(1, receiver.got.size());
    destinations.remove(Purpose.ERROR_FORWARDING);
    forwarder.offer(counted);
    assertEquals(1, scrubbed.get());
  }

  @Test
  void anEnvelopeOfTheProtocolArrivesWithTheKeyAndNobodysAddress() throws Exception {
    confirm();
    forwarder.offer(error());
    eventually(() -> forwarder.counts().forwarded() == 1);
    Receiver.Got got = receiver.got.get(0);
    assertEquals("POST /below/api/42/envelope/", got.method() + " " + got.path());
    assertEquals("application/x-sentry-envelope", got.header("Content-type"));
    assertEquals(
        "Sentry sentry_version=7, sentry_client=hearth/1.0, sentry_key=pub1ic",
        got.header("X-sentry-auth"));

    String[] lines = got.body().split("\n", -1);
    assertEquals(4, lines.length);
    JsonObject item = JsonParser.parseString(lines[1]).getAsJsonObject();
    assertEquals("event", item.get("type").getAsString());
    assertEquals(lines[2].getBytes(StandardCharsets.UTF_8).length, item.get("length").getAsInt());
    JsonObject event = JsonParser.parseString(lines[2]).getAsJsonObject();
    assertEquals(
        "event_id timestamp platform level sdk release tags contexts exception fingerprint breadcrumbs",
        String.join(" ", event.keySet()));
    assertEquals("com.acme.app@3.2.1", event.get("release").getAsString());
    assertEquals(
        "{\"browser\":{\"name\":\"Mobile Safari\",\"version\":\"17\"},\"os\":{\"name\":\"Windows\"}}",
        event.get("contexts").toString());
    assertTrue(event.get("sdk").toString().contains("\"infer_ip\":\"never\""));
    JsonObject top =
        event.getAsJsonObject("exception").getAsJsonArray("values").get(1).getAsJsonObject();
    assertEquals("<b>broke</b>", top.get("value").getAsString());
    JsonObject innermost =
        top.getAsJsonObject("stacktrace").getAsJsonArray("frames").get(1).getAsJsonObject();
    assertEquals("showCard", innermost.get("function").getAsString());
    assertFalse(innermost.has("context"));
  }

  @Test
  void whatIsTooMuchIsDroppedAndNobodyWaits() throws Exception {
    forwarder.close();
    forwarder = forwarder(Forwarder.MOST_WAITING + 10);
    confirm();
    receiver.answering =
        exchange -> {
          await(over);
          Receiver.reply(exchange, 200, "{}");
        };
    forwarder.offer(error());
    eventually(() -> receiver.got.size() == 1);
    long before = System.nanoTime();
    for (int n = 0; n < Forwarder.MOST_WAITING + 100; n++) {
      forwarder.offer(error());
    }
    assertTrue(System.nanoTime() - before < Duration.ofMillis(500).toNanos());
    assertEquals(Forwarder.MOST_WAITING, forwarder.counts().waiting());
    assertEquals(9, dropped(Dropped.FULL));
    assertEquals(91, dropped(Dropped.RATE));
    over.countDown();
    eventually(() -> forwarder.counts().forwarded() == Forwarder.MOST_WAITING + 1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void largeErrorsFillTheQueueByTheirSize() throws Exception {
    confirm();
    receiver.answering = exchange -> await(over);
    forwarder.offer(error());
    eventually(() -> receiver.got.size() == 1);
    for (int n = 0; n < 5; n++) {
      forwarder.offer(error(Forwarder.MOST_CHARACTERS / 2, ForwarderTest::event));
    }
    assertEquals(2, forwarder.counts().waiting());
    assertEquals(3, dropped(Dropped.FULL));
  }

  @Test
  void aPauseThatIsAskedForIsKept() throws Exception {
    confirm();
    receiver.answering = exchange -> reply(exchange, 429, "60:error:key");
    forwarder.offer(error());
    eventually(() -> dropped(Dropped.TOLD_TO_WAIT) == 1);
    forwarder.offer(error());
    assertEquals(2, dropped(Dropped.TOLD_TO_WAIT));
    assertTrue(forwarder.counts().pausedSeconds() > 50);
    assertEquals(1, receiver.got.size());
  }

  @Test
  void aPauseCountsOnAnAnswerThatAcceptsToo() throws Exception {
    confirm();
    receiver.answering = exchange -> reply(exchange, 200, "60::organization");
    forwarder.offer(error());
    eventually(() -> forwarder.counts().forwarded() == 1);
    assertTrue(forwarder.counts().pausedSeconds() > 50);
  }

  @Test
  void aServerThatIsDownIsAskedAFewTimesAndThenNoMore() throws Exception {
    confirm();
    AtomicInteger asked = new AtomicInteger();
    receiver.answering =
        exchange -> Receiver.reply(exchange, asked.incrementAndGet() == 3 ? 200 : 503, "");
    forwarder.offer(error());
    eventually(() -> forwarder.counts().forwarded() == 1);
    assertEquals(3, receiver.got.size());
    forwarder.offer(error());
    eventually(() -> dropped(Dropped.NOT_DELIVERED) == 1);
    assertEquals(8, receiver.got.size());
  }

  @Test
  void whatTheServerDoesNotWantIsNotSentAgain() throws Exception {
    confirm();
    receiver.answering = exchange -> Receiver.reply(exchange, 403, "no such key");
    forwarder.offer(error());
    eventually(() -> dropped(Dropped.REFUSED) == 1);
    assertEquals(1, receiver.got.size());
  }

  @Test
  void whatCannotBeScrubbedIsNotSent() throws Exception {
    confirm();
    forwarder.offer(
        error(
            1,
            () -> {
              throw new IllegalStateException("a rule failed");
            }));
    forwarder.offer(error());
    eventually(() -> forwarder.counts().forwarded() == 1);
    assertEquals(1, dropped(Dropped.FAILED));
    assertEquals(1, receiver.got.size());
  }

  @Test
  void theThreadEndsWithTheApp() throws Exception {
    confirm();
    receiver.answering = exchange -> await(over);
    forwarder.offer(error());
    eventually(() -> receiver.got.size() == 1);
    forwarder.offer(error());
    forwarder.close();
    eventually(ForwarderTest::noThread);
    forwarder.offer(error());
    assertTrue(noThread());
    assertEquals(0, forwarder.counts().waiting());
  }

  private static boolean noThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.isAlive() && thread.getName().equals("hearth-forwarding"));
  }
}
