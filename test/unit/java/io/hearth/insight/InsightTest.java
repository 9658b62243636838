package io.hearth.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsightTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private static final String JIRA =
      """
      2026-03-01 11:58:00,123+0000 Caesium-1-2 INFO ServiceRunner     [c.a.jira.X] all ERROR is well
      2026-03-01 11:59:30,123+0000 http-nio-8080-exec-7 url:/secure/X.jspa username:u-1 ERROR u-1 815x1x1 abc 10.0.0.5 /secure/X.jspa [c.a.jira.X] it broke
      java.lang.IllegalStateException: no index for <b>
      \tat java.base/java.util.Optional.orElseThrow(Optional.java:403)
      \tat com.atlassian.jira.issue.Index.open(Index.java:77) [classes/:?]
      \tat com.acme.app.Hook$$Lambda$77/0x00000008.run(Unknown Source)
      \tat org.apache.catalina.core.StandardWrapper.service(StandardWrapper.java:1)
      Caused by: java.io.IOException: gone
      \tat com.atlassian.jira.issue.Disk.read(Disk.java:5)
      \t... 12 more
      2026-03-01 11:59:59,000+0000 main FATAL      [c.a.jira.X] it broke again
      java.lang.IllegalStateException: another word
      \tat com.atlassian.jira.issue.Index.open(Index.java:99)
      \tat com.acme.app.Hook$$Lambda$4212/0x00000009.run(Unknown Source)
      Caused by: java.io.IOException: gone
      \tat com.atlassian.jira.issue.Disk.read(Disk.java:6)
      2026-03-01 12:00:00,000+0000 main WARN      [c.a.jira.X] careful
      2026-03-01 12:01:00,000+0000 main INFO      [c.a.jira.startup] banner

      Jira starting...
      """;

  @Test
  void errorsOfAJiraLogAreCountedByTheMinute() {
    JsonObject log = told("product-logs", "a.log", JIRA).getAsJsonObject("log");

    assertEquals(5, log.get("lines").getAsInt());
    assertEquals(2, log.get("errors").getAsInt());
    assertEquals(1, log.get("warnings").getAsInt());
    assertEquals("2026-03-01T11:58:00", log.get("from").getAsString());
    assertEquals("2026-03-01T12:01:00", log.get("until").getAsString());
    assertEquals("2026-03-01T11:59:00", log.get("start").getAsString());
    assertEquals("[[0,2,0],[1,0,1]]", log.get("steps").toString());
  }

  @Test
  void exceptionsOfOneFaultAreOneGroupWhateverLinesAndLambdasAreCalled() {
    JsonArray groups = groups(told("product-logs", "a.log", JIRA));

    assertEquals(1, groups.size());
    JsonObject group = groups.get(0).getAsJsonObject();
    assertEquals(2, group.get("count").getAsInt());
    assertEquals("java.lang.IllegalStateException", group.get("type").getAsString());
    assertEquals("no index for <b>", group.get("message").getAsString());
    assertEquals("java.io.IOException", group.get("cause").getAsString());
    assertEquals("com.atlassian.jira.issue.Index.open", group.get("culprit").getAsString());
    assertEquals("2026-03-01T11:59:30", group.get("first").getAsString());
    assertEquals("2026-03-01T11:59:59", group.get("last").getAsString());
    assertEquals("a.log", group.get("entry").getAsString());
    assertTrue(group.get("sample").getAsString().endsWith("\t... 12 more"));
  }

  @Test
  void anotherPlaceOrCauseIsAnotherGroup() {
    String other = JIRA + JIRA.replace("Index.open", "Index.close") + JIRA.replace(".IOE", ".XE");

    assertEquals(3, groups(told("product-logs", "a.log", other)).size());
  }

  @Test
  void startsOfEachProductAreFound() {
    String text =
        JIRA
            + "2026-03-01 12:02:00,696 INFO [main] [com.atlassian.confluence.lifecycle]"
            + " contextInitialized Starting Confluence 9.2.1 [build 9111]\n"
            + "2026-03-01 12:03:00,408 INFO  [spring-startup] c.a.b.X Starting Bitbucket 9.4.0\n"
            + "01-Mar-2026 12:04:00.001 INFO [main] org.apache.catalina.startup.Catalina.start"
            + " Server startup in [31000] milliseconds\n";

    JsonObject starts = told("product-logs", "a.log", text).getAsJsonObject("starts");

    assertEquals(4, starts.get("count").getAsInt());
    JsonObject last = starts.getAsJsonArray("listed").get(3).getAsJsonObject();
    assertEquals("tomcat-started", last.get("what").getAsString());
    assertEquals("2026-03-01T12:04:00", last.get("at").getAsString());
  }

  @Test
  void pausesAreSummedUpAndWhatIsNoPauseIsNot() {
    String text =
        """
        [2026-03-01T11:59:30.123+0000][3.1s][info][gc,start    ] GC(1) Pause Young (Normal) (G1 Evacuation Pause)
        [2026-03-01T11:59:30.123+0000][3.1s][info][gc          ] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 800M->300M(8192M) 12.345ms
        [2026-03-01T12:01:00.000+0000][9.1s][info][gc          ] GC(2) Pause Remark 801M->801M(8192M) 2.5ms
        [2026-03-01T12:01:09.000+0000][9.9s][info][gc          ] GC(3) Concurrent Mark Cycle 900.000ms
        [9.999s][info][gc] GC(4) Pause Young (Normal) (G1 Evacuation Pause) 8M->3M(8M) 100.000ms
        """;

    JsonObject pauses = told("installation-logs", "gc.log", text).getAsJsonObject("pauses");

    assertEquals(3, pauses.get("count").getAsInt());
    assertEquals(114_845, pauses.get("totalMicros").getAsLong());
    assertEquals(100_000, pauses.get("longestMicros").getAsLong());
    assertEquals("[[0,1,12345,12345],[2,1,2500,2500]]", pauses.get("steps").toString());
    assertEquals(
        "[{\"kind\":\"Pause Remark\",\"count\":1,\"totalMicros\":2500,\"longestMicros\":2500},"
            + "{\"kind\":\"Pause Young (Normal)\",\"count\":2,\"totalMicros\":112345,"
            + "\"longestMicros\":100000}]",
        pauses.get("kinds").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.5 719x1x1 u-1 [01/Mar/2026:11:59:30 +0000] \"GET /browse/OPS-12?a=b HTTP/1.1\" 503"
            + " 4711 321 \"-\" \"Agent | [x] | HTTP/1.1\" \"abc\"",
        "[01/Mar/2026:11:59:30 +0000] u-1 http-nio-8090-exec-5 10.0.0.5 GET /browse/OPS-12?a=b"
            + " HTTP/1.1 503 321ms 4711 https://h/ Agent [x]",
        "10.0.0.5,10.0.0.9 | https | o@ABCx1x1 | u-1 | 2026-03-01 11:59:30,001 | \"GET"
            + " /browse/OPS-12?a=b HTTP/1.1\" | \"\" \"Agent\" | 503 | 12 | 4711 | - | 321 | s | "
      })
  void requestsOfAllThreeProductsAreUnderstood(String line) {
    JsonObject requests = told("access-logs", "a", line + "\r\n").getAsJsonObject("requests");

    assertEquals(1, requests.get("count").getAsInt());
    assertEquals(1, requests.getAsJsonObject("statuses").get("5xx").getAsInt());
    assertEquals("2026-03-01T11:59:00", requests.get("start").getAsString());
    assertEquals(
        "[{\"millis\":321,\"at\":\"2026-03-01T11:59:30\",\"status\":503,\"request\":\"GET"
            + " /browse/OPS-12\",\"user\":\"u-1\",\"entry\":\"a\"}]",
        requests.get("slowest").toString());
    assertEquals(
        "[{\"path\":\"GET /browse/{key}\",\"count\":1,\"atMost\":1,\"totalMillis\":321,"
            + "\"longestMillis\":321,\"failed\":1}]",
        requests.get("paths").toString());
  }

  @Test
  void aRequestThatComesInIsNotCountedTwice() {
    String in =
        "10.0.0.5 | https | i@ABCx1x1 | - | 2026-03-01 11:59:30,001 | \"GET /a HTTP/1.1\" | \"\""
            + " \"A\" | - | - | - | - | - | - | \n";

    assertFalse(told("access-logs", "a", in).has("requests"));
  }

  @ParameterizedTest
  @CsvSource({
    "/rest/api/2/issue/10020/comment, /rest/api/2/issue/{n}/comment",
    "/browse/WEB_2-7, /browse/{key}",
    "/s/d41d8cd98f00b204e9800998ecf8427e/_/x.js, /s/{id}/_/x.js",
    "/commits/1f0c2d7aa9b34ef0, /commits/{id}",
    "/s/aB3xKp9QrT2z/_/batch.js, /s/{id}/_/batch.js",
    "/secure/RapidBoard.jspa, /secure/RapidBoard.jspa",
    "/facade/decade, /facade/decade",
    "/static/10.3.0/a-1, /static/{n}.3.0/a-1"
  })
  void addressesOfOneKindAreOnePage(String path, String shape) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    PathShape made = new PathShape();
    made.of(new Line().at(bytes, 0, bytes.length), 0, bytes.length);

    assertEquals(shape, made.text());
  }

  @Test
  void aLogThatCountsMicrosecondsShowsMilliseconds() {
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= 100; n++) {
      text.append("1.1.1.1 1x1x1 - [01/Mar/2026:11:59:30 +0000] \"GET /a HTTP/1.1\" 200 1 ")
          .append(n * 1000)
          .append(" \"-\"\n");
    }

    JsonObject requests = told("access-logs", "a", text.toString()).getAsJsonObject("requests");

    assertTrue(requests.get("takenForMicroseconds").getAsBoolean());
    JsonObject millis = requests.getAsJsonObject("millis");
    assertEquals(50, millis.get("p50").getAsDouble(), 1);
    assertEquals(95, millis.get("p95").getAsDouble(), 2);
    assertEquals(100, millis.get("longest").getAsLong());
    assertEquals(0, requests.getAsJsonArray("users").size());
  }

  @Test
  void aThreadDumpTellsStatesDeadlockAndSharedStacks() {
    String dump =
        """
        Full thread dump OpenJDK 64-Bit Server VM (17.0.9):

        "http-1" #12 daemon prio=5 cpu=1.0ms
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat com.acme.Pool.take(Pool.java:3)
        \t- waiting to lock <0x000000076ab1> (a com.acme.Pool)

        "http-2" #13 daemon prio=5 cpu=1.0ms
           java.lang.Thread.State: BLOCKED (on object monitor)
        \tat com.acme.Pool.take(Pool.java:3)
        \t- waiting to lock <0x000000076ab2> (a com.acme.Pool)

        "main" #1 prio=5
           java.lang.Thread.State: RUNNABLE
        \tat com.acme.Pool.take(Pool.java:3)

        "VM Thread" os_prio=0 runnable

        Found one Java-level deadlock:
        =============================
        "http-1":
           java.lang.Thread.State: BLOCKED (on object monitor)
        """;

    JsonObject told =
        told("thread-dumps", "thread-dump-1.txt", dump)
            .getAsJsonArray("threadDumps")
            .get(0)
            .getAsJsonObject();

    assertEquals(3, told.get("threads").getAsInt());
    assertTrue(told.get("deadlock").getAsBoolean());
    assertEquals("{\"BLOCKED\":2,\"RUNNABLE\":1}", told.get("states").toString());
    assertEquals(
        "[{\"count\":2,\"state\":\"BLOCKED\",\"names\":[\"http-1\",\"http-2\"],"
            + "\"sample\":\"com.acme.Pool.take(Pool.java:3)\"}]",
        told.get("stacks").toString());
  }

  @Test
  void whereTextIsCutIntoPiecesDoesNotMatter() {
    byte[] bytes = JIRA.getBytes(StandardCharsets.UTF_8);
    String whole = told("product-logs", "a.log", JIRA).toString();
    for (int cut = 0; cut <= bytes.length; cut++) {
      Insight insight = new Insight(NOW, 1);
      ObservedText text = insight.observe("product-logs", "a.log").orElseThrow();
      text.write(bytes, 0, cut);
      text.write(bytes, cut, bytes.length - cut);
      text.close();
      insight.add("a.log", text);
      assertEquals(whole, written(insight).toString(), "cut at " + cut);
    }
  }

  @Test
  void severalEntriesAreOneStory() {
    Insight insight = new Insight(NOW, 1);
    for (String name : new String[] {"a.log", "b.log"}) {
      observe(insight, "product-logs", name, JIRA);
    }

    JsonObject all = written(insight);

    assertEquals(4, all.getAsJsonObject("log").get("errors").getAsInt());
    assertEquals(4, groups(all).get(0).getAsJsonObject().get("count").getAsInt());
    assertEquals("a.log", groups(all).get(0).getAsJsonObject().get("entry").getAsString());
    assertEquals(2, all.getAsJsonObject("starts").get("count").getAsInt());
  }

  @Test
  void otherItemsAreNotLookedAt() {
    Insight insight = new Insight(NOW, 1);

    assertTrue(insight.observe("configuration", "server.xml").isEmpty());
    assertTrue(insight.observe("thread-dumps", "thread-table-1.txt").isEmpty());
    assertTrue(Summary.alone(insight.told()).isEmpty());
  }

  static JsonArray groups(JsonObject all) {
    return all.getAsJsonObject("exceptions").getAsJsonArray("groups");
  }

  static JsonObject told(String item, String name, String text) {
    Insight insight = new Insight(NOW, 1);
    observe(insight, item, name, text);
    return written(insight);
  }

  static void observe(Insight insight, String item, String name, String text) {
    ObservedText observed = insight.observe(item, name).orElseThrow();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    observed.write(bytes, 0, bytes.length);
    observed.close();
    insight.add(name, observed);
  }

  static JsonObject written(Insight insight) {
    StringWriter out = new StringWriter();
    try {
      Summary.alone(insight.told()).write(new JsonWriter(out), Summary.ALL);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }
}
