package io.hearth.insight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What several nodes tell as one story: expectations are counted by hand from the lines below. */
class SummaryTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private static final String FIRST =
      """
      2026-03-01 11:58:00,123 main INFO   [c.a.X] all is well
      2026-03-01 11:59:30,123 main ERROR  [c.a.X] it broke
      com.acme.GoneException: of one
      \tat com.acme.A.b(A.java:1)
      2026-03-01 12:00:00,000 main WARN   [c.a.X] careful
      01-Mar-2026 12:04:00.001 INFO [main] org.x.Catalina.start Server startup in [31] milliseconds
      [2026-03-01T12:05:00.000+0000][1s][info][gc] GC(1) Pause Young (Normal) 8M->3M(8M) 10.000ms
      """;

  /** The same fault twice and another one; a longer pause of another kind. */
  private static final String SECOND =
      """
      2026-03-01 11:59:40,123 main ERROR  [c.a.X] it broke
      com.acme.GoneException: of two
      \tat com.acme.A.b(A.java:7)
      2026-03-01 12:01:40,123 main ERROR  [c.a.X] it broke
      com.acme.GoneException: of two
      \tat com.acme.A.b(A.java:7)
      2026-03-01 12:02:00,123 main ERROR  [c.a.X] another
      com.acme.LateException: x
      \tat com.acme.B.c(B.java:7)
      [2026-03-01T12:05:30.000+0000][1s][info][gc] GC(1) Pause Full (System.gc()) 8M->3M(8M) 30.000ms
      """;

  private static final String ACCESS =
      "1.1.1.1 1x1x1 %s [01/Mar/2026:11:59:%02d +0000] \"GET %s HTTP/1.1\" %d 1 %d \"-\"\n";

  private static final String DUMP =
      """
      "http-1" #12 prio=5
         java.lang.Thread.State: RUNNABLE
      \tat com.acme.Pool.take(Pool.java:3)
      """;

  private final JsonObject both =
      written(
          Summary.of(
              List.of(node("node1", own(1, FIRST)), node("node2", sent("node2", FIRST, SECOND)))));

  @Test
  void countsAddUpByTheMinute() {
    JsonObject log = both.getAsJsonObject("log");

    assertEquals(11, log.get("lines").getAsInt());
    assertEquals(5, log.get("errors").getAsInt());
    assertEquals(2, log.get("warnings").getAsInt());
    assertEquals("2026-03-01T11:58:00", log.get("from").getAsString());
    assertEquals("2026-03-01T12:04:00", log.get("until").getAsString());
    assertEquals("2026-03-01T11:59:00", log.get("start").getAsString());
    assertEquals("[[0,3,0],[1,0,2],[2,1,0],[3,1,0]]", log.get("steps").toString());
    assertEquals(2, both.getAsJsonObject("starts").get("count").getAsInt());
    assertEquals(
        "nodes/node2/1.log",
        both.getAsJsonObject("starts")
            .getAsJsonArray("listed")
            .get(1)
            .getAsJsonObject()
            .get("entry")
            .getAsString());
  }

  @Test
  void eachNodeIsToldForItselfToo() {
    JsonArray nodes = both.getAsJsonArray("nodes");

    assertEquals(2, nodes.size());
    JsonObject first = nodes.get(0).getAsJsonObject();
    JsonObject second = nodes.get(1).getAsJsonObject();
    assertEquals("[[0,1,0],[1,0,1]]", first.getAsJsonObject("log").get("steps").toString());
    assertEquals(
        "[[0,2,0],[1,0,1],[2,1,0],[3,1,0]]", second.getAsJsonObject("log").get("steps").toString());
    assertEquals(1, first.getAsJsonObject("exceptions").get("count").getAsInt());
    assertEquals(4, second.getAsJsonObject("exceptions").get("count").getAsInt());
    assertEquals(10_000, first.getAsJsonObject("pauses").get("longestMicros").getAsInt());
    assertEquals(30_000, second.getAsJsonObject("pauses").get("longestMicros").getAsInt());
  }

  @Test
  void oneFaultIsOneGroupThatTellsWhereItWasSeen() {
    JsonArray groups = InsightTest.groups(both);

    assertEquals(2, groups.size());
    JsonObject gone = groups.get(0).getAsJsonObject();
    assertEquals("com.acme.GoneException", gone.get("type").getAsString());
    assertEquals("of one", gone.get("message").getAsString());
    assertEquals(4, gone.get("count").getAsInt());
    assertEquals("2026-03-01T11:59:30", gone.get("first").getAsString());
    assertEquals("2026-03-01T12:01:40", gone.get("last").getAsString());
    assertEquals("nodes/node1/1.log", gone.get("entry").getAsString());
    assertEquals(
        "[{\"node\":\"node1\",\"count\":1,\"first\":\"2026-03-01T11:59:30\","
            + "\"last\":\"2026-03-01T11:59:30\"},"
            + "{\"node\":\"node2\",\"count\":3,\"first\":\"2026-03-01T11:59:30\","
            + "\"last\":\"2026-03-01T12:01:40\"}]",
        gone.get("nodes").toString());
    assertEquals(1, groups.get(1).getAsJsonObject().getAsJsonArray("nodes").size());
  }

  @Test
  void theLongestPauseIsThatOfTheNodeThatHadIt() {
    JsonObject pauses = both.getAsJsonObject("pauses");

    assertEquals(3, pauses.get("count").getAsInt());
    assertEquals(50_000, pauses.get("totalMicros").getAsInt());
    assertEquals("2026-03-01T12:05:30", pauses.get("longestAt").getAsString());
    assertEquals("nodes/node2/2.log", pauses.get("entry").getAsString());
    assertEquals("[[0,3,50000,30000]]", pauses.get("steps").toString());
    assertEquals(2, pauses.getAsJsonArray("kinds").size());
  }

  @Test
  void requestsAreOneListAndDumpsTellWhose() throws IOException {
    Insight one = insight(2);
    observe(one, "access-logs", "nodes/node1/access", ACCESS.formatted("u-1", 1, "/a", 200, 5));
    observe(one, "thread-dumps", "thread-dump-1.txt", DUMP);
    Insight two = insight(2);
    observe(
        two,
        "access-logs",
        "nodes/node2/access",
        ACCESS.formatted("u-1", 2, "/a", 503, 70) + ACCESS.formatted("u-2", 3, "/b", 200, 9));
    observe(two, "thread-dumps", "thread-dump-1.txt", DUMP);

    JsonObject all =
        written(
            Summary.of(
                List.of(
                    node("node1", one.told()),
                    node("node2", carried(two, "", Duration.ZERO, text -> text)))));

    JsonObject requests = all.getAsJsonObject("requests");
    assertEquals(3, requests.get("count").getAsInt());
    assertEquals(1, requests.getAsJsonObject("statuses").get("5xx").getAsInt());
    assertEquals("[[0,3,1]]", requests.get("steps").toString());
    assertEquals(70, requests.getAsJsonObject("millis").get("longest").getAsInt());
    JsonObject path = requests.getAsJsonArray("paths").get(0).getAsJsonObject();
    assertEquals("GET /a", path.get("path").getAsString());
    assertEquals(2, path.get("count").getAsInt());
    assertEquals(75, path.get("totalMillis").getAsInt());
    assertEquals(1, path.get("failed").getAsInt());
    assertEquals(List.of("70", "9", "5"), texts(requests.getAsJsonArray("slowest"), "millis"));
    assertEquals(List.of("node1", "node2"), texts(all.getAsJsonArray("threadDumps"), "node"));
    assertFalse(all.getAsJsonArray("nodes").get(0).getAsJsonObject().has("threadDumps"));
  }

  @Test
  void timesOfANodeAreMovedToTheClockAndZoneOfTheOneThatTells() throws IOException {
    Insight told = insight(2);
    observe(told, "product-logs", "nodes/node2/1.log", FIRST);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    told.told().write(file, ZoneOffset.ofHours(2));

    // Two hours of the zone and 90 seconds of the clock: its 11:59:30 was our 09:58:00.
    NodeTold moved =
        NodeTold.read(
            new ByteArrayInputStream(file.toByteArray()),
            "nodes/node2/",
            2,
            Duration.ofSeconds(90),
            ZoneOffset.UTC);

    assertEquals(-7290, moved.moved());
    JsonObject group = InsightTest.groups(written(Summary.alone(moved))).get(0).getAsJsonObject();
    assertEquals("2026-03-01T09:58:00", group.get("first").getAsString());
    JsonObject log = written(Summary.alone(moved)).getAsJsonObject("log");
    assertEquals("2026-03-01T09:56:30", log.get("from").getAsString());
    // Minutes move by whole ones, to the nearest: by 121 of 121.5.
    assertEquals("2026-03-01T09:58:00", log.get("start").getAsString());
  }

  @Test
  void aDifferenceOfClocksThatMayBeAMistakeMovesNothing() throws IOException {
    Insight told = insight(2);
    observe(told, "product-logs", "nodes/node2/1.log", FIRST);

    NodeTold read = carried(told, "nodes/node2/", Duration.ofMillis(-1900), text -> text);

    assertEquals(0, read.moved());
    assertEquals(written(Summary.alone(told.told())), written(Summary.alone(read)));
  }

  @Test
  void whoIsMissingOrToldNothingIsNamed() {
    JsonObject all =
        written(
            Summary.of(
                List.of(
                    node("node1", own(1, FIRST)),
                    new Summary.Node("node2", true, Optional.empty()),
                    new Summary.Node("gone", false, Optional.empty()))));

    JsonArray nodes = all.getAsJsonArray("nodes");
    assertEquals(List.of("gathered", "gathered", "missing"), texts(nodes, "state"));
    assertEquals(List.of("true", "false", "false"), texts(nodes, "told"));
    assertFalse(nodes.get(2).getAsJsonObject().has("log"));
    assertEquals(1, all.getAsJsonObject("exceptions").get("count").getAsInt());
  }

  @Test
  void manyNodesTakeNoMoreRoomThanTheBoundsAllow() throws IOException {
    List<Summary.Node> nodes = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      Insight insight = insight(4);
      StringBuilder text = new StringBuilder();
      for (int minute = 0; minute < 20_000; minute++) {
        String time = NOW.minusSeconds(minute * 60L).toString().substring(0, 19);
        text.append(time).append(" ERROR x\ncom.acme.E").append(name(n, minute % 1000));
        text.append("Exception: x\n\tat com.acme.A.b(A.java:1)\n");
      }
      observe(insight, "product-logs", "nodes/n/1.log", text.toString());
      nodes.add(node("n" + n, carried(insight, "nodes/n/", Duration.ZERO, all -> all)));
    }

    JsonObject all = written(Summary.of(nodes));

    assertEquals(80_000, all.getAsJsonObject("log").get("errors").getAsInt());
    assertTrue(all.getAsJsonObject("log").getAsJsonArray("steps").size() <= 20_000);
    assertEquals(500, InsightTest.groups(all).size());
    long listed =
        InsightTest.groups(all).asList().stream()
            .mapToLong(group -> group.getAsJsonObject().get("count").getAsLong())
            .sum();
    JsonObject exceptions = all.getAsJsonObject("exceptions");
    assertEquals(80_000, exceptions.get("count").getAsInt());
    assertEquals(80_000 - listed, exceptions.get("notListed").getAsLong());
    for (JsonElement node : all.getAsJsonArray("nodes")) {
      assertEquals(125, InsightTest.groups(node.getAsJsonObject()).size());
      JsonObject log = node.getAsJsonObject().getAsJsonObject("log");
      assertTrue(log.getAsJsonArray("steps").size() <= 5000);
    }
  }

  @Test
  void whatCannotBeTrueIsRefused() {
    List<UnaryOperator<String>> damages =
        List.of(
            text -> "",
            text -> "[]",
            text -> "{}",
            text -> text.substring(0, text.length() / 2),
            text -> text.replace("\"version\":1", "\"version\":2"),
            text -> text.replace("\"zone\":0", "\"zone\":99999"),
            text -> text.replace("nodes/node2/", "nodes/node1/"),
            text -> text.replace("nodes/node2/", "../"),
            text -> text.replace("\"errors\":1", "\"errors\":-1"),
            text -> text.replace("\"errors\":1", "\"errors\":1e300"),
            text -> text.replace("\"first\":17", "\"first\":99917"),
            text -> text.replace("\"minutesPerStep\":1", "\"minutesPerStep\":0"),
            text -> text.replace("\"minutesPerStep\":1", "\"minutesPerStep\":3"),
            text -> text.replace("\"minutesPerStep\":1", "\"minutesPerStep\":2000000000"),
            text -> text.replace("\"rows\":[", "\"rows\":[1,"),
            text -> text.replace("\"rows\":[", "\"rows\":[-5,1,1,"),
            text -> text.replace("\"rows\":[", "\"rows\":[9223372036854775807,1,1,"),
            text -> text.replace("\"type\":\"com", "\"type\":\"" + "x".repeat(9000)),
            text -> text.replace("\"type\":\"com.acme.GoneException\"", "\"type\":null"),
            text -> text.replace("\"counted\":[", "\"counted\":[null,"),
            text -> text.replace("\"kinds\":{", "\"kinds\":{\"x\":[1],"),
            text -> text.replace("\"statuses\":[", "\"statuses\":[1,"),
            text -> text.replace("\"steps\":[]", "\"steps\":[4000000,1]"),
            text -> text.replace("\"log\":{", "\"log\":{\"lines\":{},"));
    Insight insight = insight(2);
    observe(insight, "product-logs", "nodes/node2/1.log", FIRST);
    for (UnaryOperator<String> damage : damages) {
      assertThrows(
          IOException.class,
          () -> carried(insight, "nodes/node2/", Duration.ZERO, damage),
          () -> "damage " + damages.indexOf(damage));
    }
  }

  @Test
  void noBrokenByteDoesWorseThanToBeRefused() throws IOException {
    Insight insight = insight(2);
    observe(insight, "product-logs", "nodes/node2/1.log", FIRST);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    insight.told().write(out, ZoneOffset.UTC);
    Random random = new Random(4711);
    for (int n = 0; n < 2000; n++) {
      byte[] file = out.toByteArray();
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      try {
        written(
            Summary.alone(
                NodeTold.read(
                    new ByteArrayInputStream(file),
                    "nodes/node2/",
                    2,
                    Duration.ZERO,
                    ZoneOffset.UTC)));
      } catch (IOException refused) {
        assertTrue(refused.getMessage().contains("broken"), refused::toString);
      }
    }
  }

  private static Insight insight(int nodes) {
    return new Insight(NOW, nodes);
  }

  private static void observe(Insight insight, String item, String name, String text) {
    InsightTest.observe(insight, item, name, text);
  }

  private static NodeTold own(int node, String... logs) {
    return told("node" + node, logs).told();
  }

  private static Insight told(String node, String... logs) {
    Insight insight = insight(2);
    for (int n = 0; n < logs.length; n++) {
      observe(insight, "product-logs", "nodes/" + node + "/" + (n + 1) + ".log", logs[n]);
    }
    return insight;
  }

  private static NodeTold sent(String node, String... logs) {
    try {
      return carried(told(node, logs), "nodes/" + node + "/", Duration.ZERO, text -> text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static NodeTold carried(
      Insight insight, String folder, Duration ahead, UnaryOperator<String> damage)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    insight.told().write(file, ZoneOffset.UTC);
    byte[] sent = damage.apply(file.toString(UTF_8)).getBytes(UTF_8);
    return NodeTold.read(new ByteArrayInputStream(sent), folder, 2, ahead, ZoneOffset.UTC);
  }

  private static Summary.Node node(String name, NodeTold told) {
    return new Summary.Node(name, true, Optional.of(told));
  }

  private static JsonObject written(Summary summary) {
    StringWriter out = new StringWriter();
    try {
      summary.write(new JsonWriter(out), Summary.ALL);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }

  private static List<String> texts(JsonArray all, String member) {
    return all.asList().stream()
        .map(one -> one.getAsJsonObject().get(member).getAsString())
        .toList();
  }

  /** Of letters only: digits do not tell groups apart. */
  private static String name(int node, int number) {
    StringBuilder letters = new StringBuilder().append((char) ('A' + node));
    for (int rest = number + 1; rest > 0; rest /= 26) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.toString();
  }
}
