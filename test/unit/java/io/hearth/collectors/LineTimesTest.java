package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The formats of the products' own documentation, and lines that only look like them. */
class LineTimesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void aLineOfALogTellsItsTimeAtItsStart() {
    check(
        false,
        "2023-05-05 13:35:42,472-0700 http-nio-8080-exec-7 url:/x ERROR x",
        "2023-05-05T20:35:42.472Z");
    check(false, "2022-07-12 01:38:50,696 WARN [support-zip] x", "2022-07-11T23:38:50.696Z");
    check(false, "2022-04-12 05:39:57,408 INFO [thread] admin", "2022-04-12T03:39:57.408Z");
    check(false, "2026-03-01T11:59:30.123Z text", "2026-03-01T11:59:30.123Z");
    check(false, "2026-03-01T11:59:30+01:00 text", "2026-03-01T10:59:30Z");
    check(false, "[2026-03-01T11:59:30.123+0000][0.012s][info][gc] x", "2026-03-01T11:59:30.123Z");
    check(false, "2026-03-01T11:59:30.123+0200: 0.5: [GC pause", "2026-03-01T09:59:30.123Z");
    check(false, "01-Mar-2026 11:59:30.123 INFO [main] org.x", "2026-03-01T10:59:30.123Z");
    check(false, "Mar 01, 2026 11:59:30 PM org.apache.x start", "2026-03-01T22:59:30Z");
    check(false, "Mar 01, 2026 1:59:30 AM org.apache.x start", "2026-03-01T00:59:30Z");
  }

  @Test
  void aLineOfAnAccessLogTellsItBehindWhoAsked() {
    String jira =
        "10.0.0.5 719x12x1 anna [01/Mar/2026:11:59:30 +0100] \"GET /x HTTP/1.1\" 200 1 2 \"-\"";
    check(true, jira, "2026-03-01T10:59:30Z");
    check(true, "[01/Mar/2026:11:59:30 -0500] anna http-1 10.0.0.5 GET /", "2026-03-01T16:59:30Z");
    check(
        true,
        "10.0.0.5 | https | o@1ABC | anna | 2026-03-01 11:59:30,123 | \"GET /x HTTP/1.1\" |",
        "2026-03-01T10:59:30.123Z");
    none(false, jira);
  }

  @Test
  void aTimeInTheHourThatTheClockRepeatsMayBeOfEitherPass() {
    assertEquals(
        Optional.of(new LineTime(millis("2026-10-25T00:30:00Z"), millis("2026-10-25T01:30:00Z"))),
        of(false, "2026-10-25 02:30:00,000 INFO x"));
    check(false, "2026-10-25 02:30:00,000+0200 INFO x", "2026-10-25T00:30:00Z");
  }

  @Test
  void whatIsNoTimeTellsNone() {
    for (String line :
        List.of(
            "",
            "\tat com.example.X(X.java:1)",
            "2026-13-01 11:59:30,123 x",
            "2026-02-30 11:59:30,123 x",
            "2026-03-01 24:00:00,123 x",
            "2026-03-01 11:60:00 x",
            "2026-03-01",
            "2026-03-01 11:59:3",
            "99999999999999999999999999",
            "0000-01-01 00:00:00,000",
            "[0.012s][info][gc] Using G1 and more of this",
            "12-Foo-2026 11:59:30.123 INFO",
            "Mar 01, 2026 13:59:30 PM org.apache.x start",
            "Caused by: java.lang.IllegalStateException: 2026-03-01 11:59:30,123")) {
      none(false, line);
      none(true, line);
    }
    none(true, "x ".repeat(LineTimes.HEAD) + "[01/Mar/2026:11:59:30 +0100]");
  }

  private static void check(boolean access, String line, String at) {
    assertEquals(Optional.of(new LineTime(millis(at), millis(at))), of(access, line), line);
  }

  private static void none(boolean access, String line) {
    assertEquals(Optional.empty(), of(access, line), line);
  }

  private static Optional<LineTime> of(boolean access, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new LineTimes(BERLIN, access).of(bytes, 0, bytes.length);
  }

  private static long millis(String at) {
    return Instant.parse(at).toEpochMilli();
  }
}
