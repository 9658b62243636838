package io.hearth.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs whose lines are not what a product writes. */
class HostileLogTest {

  private static final String SIGNS = " \t\n[]\"|:/.-0123at";

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-12-31 23:59:59,000 ERROR a",
        "0000-00-00 00:00:00,000 ERROR a",
        "2026-13-01 00:00:00,000 ERROR a",
        "2026-02-32 00:00:00,000 ERROR a",
        "2026-02-01 24:00:00,000 ERROR a",
        "2026-02-01 23:60:00,000 ERROR a",
        "2026-02-01 23:5",
        "2026-02-01",
        "1999-02-01 23:50:00,000 ERROR a",
        "2026-03-09 23:50:00,000 ERROR a",
        "٢٠٢٦-02-01 23:50:00,000 ERROR a"
      })
  void aTimeThatCannotBeIsNone(String line) {
    assertFalse(InsightTest.told("product-logs", "a.log", line + "\n").has("log"), line);
  }

  @Test
  void aLineOfAMegabyteCostsNoMoreThanItsHead() {
    String line = "2026-03-01 12:00:00,000 ERROR " + "<script>".repeat(1 << 17);
    String head = "java.lang.Exception: " + "x".repeat(1 << 20);
    String text = line + "\n" + head + "\n\tat a.B.c(B.java:1)\n" + line;

    JsonObject all = InsightTest.told("product-logs", "a.log", text);

    assertEquals(2, all.getAsJsonObject("log").get("errors").getAsInt());
    assertTrue(all.toString().length() < 4000);
  }

  @Test
  void noiseIsPassedOver() {
    Random random = new Random(7);
    for (String item : new String[] {"product-logs", "access-logs", "thread-dumps"}) {
      Insight insight = new Insight(NOW, 1);
      for (int round = 0; round < 200; round++) {
        ObservedText text = insight.observe(item, "thread-dump-1.txt").orElseThrow();
        byte[] noise = new byte[5000];
        random.nextBytes(noise);
        for (int i = 0; i < noise.length; i += 3) {
          noise[i] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        }
        text.write(noise, 0, noise.length);
        text.close();
        insight.add("a", text);
      }
      InsightTest.written(insight);
    }
  }

  @Test
  void moreMinutesThanFitBecomeLongerSteps() {
    Minutes minutes = new Minutes(100, Minutes.Column.SUM);
    for (int minute = 0; minute < 1000; minute++) {
      minutes.add(minute * 60L, 1);
    }

    assertEquals(16, minutes.minutesPerStep());
    assertEquals(63, minutes.size());
  }

  @Test
  void aHundredThousandDifferentExceptionsKeepTheFrequentOnes() {
    Insight insight = new Insight(NOW, 1);
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < 100_000; n++) {
      String name = n % 10 == 0 ? "Often" : "Rare" + letters(n);
      text.append("com.acme.").append(name).append("Exception: x\n\tat com.acme.A.b(A.java:1)\n");
    }
    InsightTest.observe(insight, "product-logs", "a.log", text.toString());

    JsonObject all = InsightTest.written(insight);

    assertEquals(100_000, all.getAsJsonObject("exceptions").get("count").getAsInt());
    assertTrue(InsightTest.groups(all).size() <= Summary.ALL);
    JsonObject first = InsightTest.groups(all).get(0).getAsJsonObject();
    assertEquals("com.acme.OftenException", first.get("type").getAsString());
    assertEquals(10_000, first.get("count").getAsInt());
    assertEquals(10_000, first.get("atMost").getAsInt());
  }

  @Test
  void whatWasForgottenIsToldAsPossible() {
    Frequent<None> frequent = new Frequent<>(2);
    for (long key : new long[] {1, 1, 1, 2, 2, 3, 4, 5, 5}) {
      frequent.count(key, None::new);
    }
    Frequent<None> later = new Frequent<>(2);
    later.count(1, None::new);
    frequent.addAll(later);

    var first = frequent.first(1).get(0);
    assertEquals(4, first.seen);
    assertEquals(4, first.atMost());
    var second = frequent.first(2).get(1);
    assertEquals(2, second.seen);
    assertEquals(3, second.atMost());
  }

  @Test
  void requestsThatLieAreNoRequests() {
    for (String line :
        new String[] {
          "1.1.1.1 r u [01/Mar/2026:11:59:30 +0000] \"GET /a HTTP/1.1\" 99999 1 1 \"",
          "1.1.1.1 r u [01/Mar/2026:11:59:30 +0000] \"GET /a HTTP/1.1\" 200 1 99999999999999 \"",
          "1.1.1.1 r u [01/Mar/2026:11:59:30 +0000] \"",
          "1.1.1.1 r u [99/Mar/2026:11:59:30 +0000] \"GET /a HTTP/1.1\" 200 1 1 \"",
          "[01/Mar/2026:11:59:30 +0000] u t 1.1.1.1 GET /a HTTP/1.1 200 ms 1",
          "[] HTTP/",
          "] \"",
          "a | b | c | d | e | f | g | h | i | j | k | l | m"
        }) {
      assertFalse(InsightTest.told("access-logs", "a", line).has("requests"), line);
    }
  }

  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest /= 26) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  private static final class None implements Frequent.Detail<None> {
    @Override
    public void absorb(None later) {
      // Only counts matter here.
    }

    @Override
    public None copy() {
      return this;
    }
  }
}
