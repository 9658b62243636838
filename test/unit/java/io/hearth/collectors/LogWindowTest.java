package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.collectors.Entry.FromFile;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log with rotations of an hour each, of which a time is wanted. */
class LogWindowTest {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter ACCESS =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", java.util.Locale.ENGLISH)
          .withZone(ZoneOffset.ofHours(3));

  @TempDir Path folder;
  private TestHost host;
  private Path log;

  @BeforeEach
  void makeProduct() throws IOException {
    host = TestHost.in(folder);
    log = Files.createDirectories(host.home().resolve("log"));
  }

  @Test
  void theTimeIsCutOutAcrossRotationsExactlyToTheLine() throws IOException {
    rotations("atlassian-jira.log", 6);
    List<Entry> entries = entries("08:30", "10:15");
    assertEquals(
        List.of("atlassian-jira.log.1", "atlassian-jira.log.2", "atlassian-jira.log.3"),
        given(entries));
    assertEquals(lines("10:00", "10:15"), text(entries, "atlassian-jira.log.1"));
    assertEquals(lines("09:00", "10:00"), text(entries, "atlassian-jira.log.2"));
    assertEquals(lines("08:30", "09:00"), text(entries, "atlassian-jira.log.3"));
    assertTrue(
        entries.stream()
            .anyMatch(
                one ->
                    one instanceof Missing missing
                        && missing.name().equals("files-of-another-time (3)")
                        && missing.reason() == Unreadable.OUTSIDE_WINDOW));
  }

  @Test
  void theDryRunCountsWhatTheTimeHolds() throws IOException {
    rotations("atlassian-jira.log", 3);
    long expected =
        entries("10:30", "12:00").stream()
            .filter(FromFile.class::isInstance)
            .mapToLong(one -> ((FromFile) one).expectedBytes())
            .sum();
    assertEquals(lines("10:30", "12:00").length(), expected);
  }

  @Test
  void packedRotationsAreCutWhileTheyAreUnpacked() throws IOException {
    pack("atlassian-jira.log.1.gz", lines("10:00", "11:00"), "11:00");
    pack("atlassian-jira.log.2.gz", lines("09:00", "10:00"), "10:00");
    pack("atlassian-jira.log.3.gz", lines("08:00", "09:00"), "09:00");
    write("atlassian-jira.log", lines("11:00", "12:00"), "12:00");
    List<Entry> entries = entries("09:40", "10:05");
    assertEquals(List.of("atlassian-jira.log.1", "atlassian-jira.log.2"), given(entries));
    assertEquals(lines("10:00", "10:05"), text(entries, "atlassian-jira.log.1"));
    assertEquals(lines("09:40", "10:00"), text(entries, "atlassian-jira.log.2"));
  }

  @Test
  void aPackedRotationThatSaysTheWrongAgeIsOpenedAndNotLeftOut() throws IOException {
    pack("atlassian-jira.log.1.gz", lines("11:00", "12:00"), "12:00");
    pack("atlassian-jira.log.2.gz", lines("09:00", "10:00"), "03:00");
    assertEquals(lines("09:40", "10:00"), text(entries("09:40", "11:30"), "atlassian-jira.log.2"));
  }

  @Test
  void aPackedFileWithoutALineOfTheTimeSaysSoAtItsEnd() throws IOException {
    pack("atlassian-jira.log.1.gz", lines("09:00", "10:00"), "12:00");
    FromFile file = file(entries("10:30", "11:00"), "atlassian-jira.log.1");
    try (FileContent content = (FileContent) file.opener().open()) {
      assertEquals(0, content.readAllBytes().length);
      assertEquals(Optional.of(Unreadable.OUTSIDE_WINDOW), content.shortfall());
    }
  }

  @Test
  void aLimitKeepsTheNewestOfTheTime() throws IOException {
    write("atlassian-jira.log", lines("06:00", "12:00"), "12:00");
    String wanted = lines("07:00", "08:00");
    int limit = wanted.length() / 3;
    List<Entry> entries = productLogs(scope("07:00", "08:00", limit));
    String kept = text(entries, "atlassian-jira.log");
    assertTrue(wanted.endsWith(kept), kept);
    assertTrue(kept.length() <= limit && kept.length() > limit - 200, kept.length() + "");
    pack("atlassian-jira.log.1.gz", lines("06:00", "12:00"), "12:00");
    Files.delete(log.resolve("atlassian-jira.log"));
    assertEquals(kept, text(productLogs(scope("07:00", "08:00", limit)), "atlassian-jira.log.1"));
  }

  @Test
  void aTraceStaysWithItsLineAndWhatTellsNoTimeStaysWhole() throws IOException {
    write(
        "atlassian-jira.log",
        "a heading\n"
            + line("09:00", "one")
            + line("09:30", "two")
            + "java.lang.X: 2026-03-01 07:00:00,000\n\tat a.B(B.java:1)\n\n"
            + line("10:30", "three")
            + "\tat a.C(C.java:1)\n",
        "12:00");
    write("notes.txt", "no time\nat all\n", "01:00");
    List<Entry> entries = entries("09:15", "10:00");
    assertEquals(
        line("09:30", "two") + "java.lang.X: 2026-03-01 07:00:00,000\n\tat a.B(B.java:1)\n\n",
        text(entries, "atlassian-jira.log"));
    assertEquals("no time\nat all\n", text(entries, "notes.txt"));
    assertEquals(
        "a heading\n" + line("09:00", "one"),
        text(entries("08:30", "09:15"), "atlassian-jira.log"));
  }

  @Test
  void hostileLinesCostNoMemoryAndNoOtherLine() throws IOException {
    StringBuilder text = new StringBuilder(line("09:00", "one"));
    text.append("x".repeat(3 << 20)).append('\n');
    text.append("\0\0\0\u00ff\u001b[2026-99-99 99:99:99,999+9999\n");
    text.append("2026-03-01 09:30:00,000+9999\n");
    text.append(line("11:00", "two"));
    write("atlassian-jira.log", text.toString(), "12:00");
    assertEquals(line("11:00", "two"), text(entries("10:45", "11:30"), "atlassian-jira.log"));
    write("empty.log", "", "12:00");
    assertEquals("", text(entries("10:45", "11:30"), "empty.log"));
  }

  @Test
  void accessLogsAreCutByTheTimeOfTheRequest() throws IOException {
    StringBuilder all = new StringBuilder();
    StringBuilder wanted = new StringBuilder();
    for (int minute = 0; minute < 120; minute++) {
      Instant at = at("09:00").plusSeconds(60L * minute);
      String line =
          "10.0.0.5 1x2x3 anna ["
              + ACCESS.format(at)
              + "] \"GET /?[01/Jan/2020:00:00:00 HTTP/1.1\" 200 1\n";
      all.append(line);
      if (minute >= 30 && minute < 75) {
        wanted.append(line);
      }
    }
    Path logs = Files.createDirectories(host.install().resolve("logs"));
    Files.writeString(logs.resolve("access_log.2026-03-01"), all);
    List<Entry> entries = new AccessLogs().entries(scope("09:30", "10:15", Long.MAX_VALUE));
    assertEquals(wanted.toString(), text(entries, "access_log.2026-03-01"));
  }

  @Test
  void ofAGigabyteOnlyTheLinesAroundTheTimeAreRead() throws IOException {
    // A hole of zeros would tell no time; so the same hours are written once more, later each time.
    Path file = log.resolve("atlassian-jira.log");
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int minute = 0; minute < 8000; minute++) {
        Instant at = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(60L * minute);
        out.write((STAMP.format(at) + " " + "x".repeat(4000) + "\n").getBytes());
      }
    }
    CountingChannel counted = new CountingChannel(Files.newByteChannel(file));
    TimeWindow window =
        new TimeWindow(
            Optional.of(Instant.parse("2026-02-03T09:00:00Z")),
            Optional.of(Instant.parse("2026-02-03T11:00:00Z")));
    WindowSearch.Region region =
        WindowSearch.in(counted, Files.size(file), window, ZoneId.systemDefault(), false);
    assertEquals(120L * (STAMP.format(Instant.EPOCH).length() + 4002), region.bytes());
    assertTrue(counted.read() < Files.size(file) / 10, counted.read() + " bytes were read");
  }

  /** Each hour is a file; the newest is the log itself. */
  private void rotations(String name, int count) throws IOException {
    for (int n = 0; n < count; n++) {
      int hour = 11 - n;
      String from = String.format("%02d:00", hour);
      String to = String.format("%02d:00", hour + 1);
      write(n == 0 ? name : name + "." + n, lines(from, to), to);
    }
  }

  private void write(String name, String text, String modified) throws IOException {
    Path file = Files.writeString(log.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(at(modified)));
  }

  private void pack(String name, String text, String modified) throws IOException {
    Path file = log.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(file, FileTime.from(at(modified)));
  }

  /** One in a second. */
  private static String lines(String from, String to) {
    StringBuilder lines = new StringBuilder();
    for (Instant at = at(from); at.isBefore(at(to)); at = at.plusSeconds(1)) {
      lines.append(STAMP.format(at)).append(" INFO line of ").append(at).append('\n');
    }
    return lines.toString();
  }

  private static String line(String at, String text) {
    return STAMP.format(at(at)) + " INFO " + text + "\n";
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-01T" + time + ":00Z");
  }

  private List<Entry> entries(String from, String to) throws IOException {
    return productLogs(scope(from, to, Long.MAX_VALUE));
  }

  private static List<Entry> productLogs(Scope scope) throws IOException {
    return new ProductLogs().entries(scope);
  }

  private Scope scope(String from, String to, long maxBytes) {
    TimeWindow window = new TimeWindow(Optional.of(at(from)), Optional.of(at(to)));
    return new Scope(
        host,
        Clock.fixed(TestHost.NOW, ZoneOffset.UTC),
        Optional.empty(),
        maxBytes,
        Map.of(),
        true,
        Optional.of(window));
  }

  private static List<String> given(List<Entry> entries) {
    return entries.stream().filter(FromFile.class::isInstance).map(Entry::name).sorted().toList();
  }

  private static FromFile file(List<Entry> entries, String name) {
    return (FromFile)
        entries.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static String text(List<Entry> entries, String name) throws IOException {
    return TestHost.text(file(entries, name));
  }
}
