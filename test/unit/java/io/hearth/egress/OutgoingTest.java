package io.hearth.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.egress.Answer.Accepted;
import io.hearth.egress.Answer.Cancelled;
import io.hearth.egress.Answer.NotConfirmed;
import io.hearth.egress.Answer.Refused;
import io.hearth.egress.Answer.Unreachable;
import io.hearth.egress.Outgoing.Watch;
import io.hearth.host.HostUser;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutgoingTest {

  private static final HostUser ADA = new HostUser("key", "ada", "Ada", Optional.empty());

  private final MovedClock clock = new MovedClock();
  private final TestProduct product = new TestProduct(Path.of("/home"));
  private Receiver receiver;
  private Destinations destinations;
  private Outgoing outgoing;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
    destinations = new Destinations(product.settings(), clock);
    outgoing = new Outgoing(destinations, Duration.ofSeconds(2));
  }

  @AfterEach
  void stop() {
    outgoing.close();
    receiver.close();
  }

  private void confirm(String path) throws UnfitAddress {
    destinations.confirm(
        Purpose.REPORT_ENDPOINT,
        Target.endpoint("http://localhost:" + receiver.port() + path, Optional.of("to-ken")),
        ADA);
  }

  private Answer post(Content content) {
    return outgoing.post(
        Purpose.REPORT_ENDPOINT, Map.of("Content-Type", "text/plain"), content, Watch.NOBODY);
  }

  private Answer post(String text) {
    return post(Content.of(text.getBytes(UTF_8)));
  }

  private Traffic traffic() {
    return destinations.standing(Purpose.REPORT_ENDPOINT).traffic();
  }

  @Test
  void nothingIsSentBeforeADestinationIsConfirmedNorAfterItIsRemoved() throws Exception {
    assertInstanceOf(NotConfirmed.class, post("early"));
    confirm("/in");
    assertInstanceOf(Accepted.class, post("meant"));
    assertTrue(destinations.remove(Purpose.REPORT_ENDPOINT));
    assertInstanceOf(NotConfirmed.class, post("late"));
    assertEquals(1, receiver.got.size());
    assertEquals("meant", receiver.got.get(0).body());
  }

  @Test
  void oneDestinationServesNoOtherPurpose() throws Exception {
    confirm("/in");
    assertInstanceOf(
        NotConfirmed.class,
        outgoing.post(
            Purpose.ERROR_FORWARDING, Map.of(), Content.of("x".getBytes(UTF_8)), Watch.NOBODY));
    assertTrue(receiver.got.isEmpty());
  }

  @Test
  void whatArrivesIsWhatWasMeantWithItsLengthAndTokenAndNoMore() throws Exception {
    confirm("/in/here");
    receiver.answering =
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
          exchange.getResponseHeaders().add("Retry-After", "7");
          Receiver.reply(exchange, 201, "receipt 4711");
        };
    Accepted answer = assertInstanceOf(Accepted.class, post("grüße"));
    assertEquals(new Accepted(201, "receipt 4711", Map.of("retry-after", "7")), answer);
    post("again");

    Receiver.Got got = receiver.got.get(0);
    assertEquals("POST /in/here", got.method() + " " + got.path());
    assertEquals("grüße", got.body());
    assertEquals("7", got.header("Content-length"));
    assertEquals("Bearer to-ken", got.header("Authorization"));
    assertEquals("", got.header("Transfer-encoding"));
    assertEquals("", receiver.got.get(1).header("Cookie"));
    assertEquals(2, traffic().sent());
  }

  @Test
  void noRedirectIsFollowed() throws Exception {
    confirm("/in");
    receiver.answering =
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          Receiver.reply(exchange, 307, "");
        };
    assertEquals(307, assertInstanceOf(Refused.class, post("x")).status());
    assertEquals(1, receiver.got.size());
    assertEquals(Failure.REFUSED, traffic().failure().orElseThrow().why());
  }

  @Test
  void anAnswerWithoutEndIsReadNoFurtherThanItsBound() throws Exception {
    confirm("/in");
    receiver.answering =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = "€".repeat(1000).getBytes(UTF_8);
          while (true) {
            exchange.getResponseBody().write(block);
          }
        };
    Accepted answer = assertInstanceOf(Accepted.class, post("x"));
    assertEquals("€".repeat(Outgoing.MOST_TEXT), answer.text());
  }

  @Test
  void whoeverNeverAnswersOrNeverEndsItIsGivenUp() throws Exception {
    confirm("/in");
    CountDownLatch over = new CountDownLatch(1);
    receiver.answering =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
          await(over);
        };
    assertEquals(new Unreachable(Failure.TIMED_OUT), post("x"));
    over.countDown();
    assertEquals(1, traffic().failed());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** So many bytes, made while they are sent. */
  private static Content large(long length) {
    return new Content() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open() {
        return new InputStream() {
          private long left = length;

          @Override
          public int read() {
            return left-- > 0 ? 'a' : -1;
          }
        };
      }
    };
  }

  @Test
  void aLargeBodyIsToldAsItGoes() throws Exception {
    confirm("/in");
    AtomicLong sent = new AtomicLong();
    Watch watch = new Watch(sent::set, () -> false);
    assertInstanceOf(
        Accepted.class, outgoing.post(Purpose.REPORT_ENDPOINT, Map.of(), large(3_000_000), watch));
    assertEquals(3_000_000, sent.get());
    assertEquals(3_000_000, receiver.got.get(0).body().length());
  }

  @Test
  void whatIsCancelledStopsAndCountsAsNoFailure() throws Exception {
    confirm("/in");
    CountDownLatch over = new CountDownLatch(1);
    receiver.answering = exchange -> await(over);
    long before = System.nanoTime();
    Watch watch = new Watch(bytes -> {}, () -> !receiver.got.isEmpty());
    Answer answer = outgoing.post(Purpose.REPORT_ENDPOINT, Map.of(), large(10), watch);
    over.countDown();
    assertInstanceOf(Cancelled.class, answer);
    assertTrue(System.nanoTime() - before < Duration.ofSeconds(1).toNanos());
    assertEquals(0, traffic().failed());
  }

  @Test
  void contentThatCannotBeReadIsNotTheReceiversFault() throws Exception {
    confirm("/in");
    Content broken =
        new Content() {
          @Override
          public long length() {
            return 10;
          }

          @Override
          public InputStream open() throws IOException {
            throw new IOException("gone");
          }
        };
    assertEquals(new Unreachable(Failure.UNREADABLE), post(broken));
  }

  @Test
  void whyNobodyIsThereIsTold() throws Exception {
    confirm("/in");
    receiver.close();
    assertEquals(new Unreachable(Failure.NO_CONNECTION), post("x"));

    destinations.confirm(
        Purpose.REPORT_ENDPOINT,
        Target.endpoint("https://nobody.invalid/in", Optional.empty()),
        ADA);
    assertEquals(new Unreachable(Failure.UNKNOWN_HOST), post("x"));
  }

  @Test
  void aServerThatNobodyVouchesForGetsNothing(@TempDir Path folder) throws Exception {
    try (Receiver unknown = Receiver.withOwnCertificate(folder)) {
      destinations.confirm(
          Purpose.REPORT_ENDPOINT,
          Target.endpoint("https://localhost:" + unknown.port() + "/in", Optional.empty()),
          ADA);
      assertEquals(new Unreachable(Failure.UNTRUSTED), post("x"));
      assertTrue(unknown.got.isEmpty());
    }
  }

  @Test
  void settingsThatSomebodyBrokeSendNothing() throws Exception {
    confirm("/in");
    String key = "destination.report-endpoint";
    String good = product.kept.get(key);
    for (String broken :
        new String[] {
          "",
          "{",
          "[]",
          "{}",
          good.replace("localhost", "other.example"),
          good.replace("to-ken", "a\\r\\nb"),
          good.replace("2026", "x")
        }) {
      product.kept.put(key, broken);
      assertInstanceOf(NotConfirmed.class, post("x"), broken);
    }
  }

  @Test
  void anotherNodesDecisionIsHeededWithinSeconds() throws Exception {
    assertFalse(destinations.isConfirmed(Purpose.REPORT_ENDPOINT));
    new Destinations(product.settings(), clock)
        .confirm(
            Purpose.REPORT_ENDPOINT,
            Target.endpoint("https://support.example.com/", Optional.empty()),
            ADA);
    assertFalse(destinations.isConfirmed(Purpose.REPORT_ENDPOINT));
    clock.now = clock.now.plusSeconds(5);
    assertTrue(destinations.isConfirmed(Purpose.REPORT_ENDPOINT));
  }

  @Test
  void nothingIsSentOnceTheAppIsOff() throws Exception {
    confirm("/in");
    outgoing.close();
    assertInstanceOf(Cancelled.class, post("x"));
    assertTrue(receiver.got.isEmpty());
  }
}
