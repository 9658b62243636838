package io.hearth.logtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The calendar of the JDK tells what is right. */
class LogTimeTest {

  /** Reads what stands in the middle of an array, as lines do. */
  private interface Reader {
    long read(byte[] line, int at, int end);
  }

  private record Form(Reader reader, String pattern) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(LogTime::sortable, "uuuu-MM-dd HH:mm:ss"),
          new Form(LogTime::sortable, "uuuu-MM-dd'T'HH:mm:ss"),
          new Form(LogTime::dashed, "dd-MMM-uuuu HH:mm:ss"),
          new Form(LogTime::slashed, "dd/MMM/uuuu:HH:mm:ss"),
          new Form(LogTime::english, "MMM dd, uuuu h:mm:ss a"),
          new Form(LogTime::english, "MMM dd, uuuu hh:mm:ss a"));

  @Test
  void eachDayOfACenturyIsReadAsTheCalendarHasIt() {
    for (Form form : FORMS) {
      DateTimeFormatter format = DateTimeFormatter.ofPattern(form.pattern(), Locale.US);
      LocalDateTime time = LocalDateTime.of(1970, 1, 1, 0, 0, 0);
      while (time.getYear() < 2101) {
        assertEquals(
            time.toEpochSecond(ZoneOffset.UTC),
            read(form.reader(), format.format(time)),
            format.format(time));
        time = time.plusHours(23).plusMinutes(59).plusSeconds(1);
      }
    }
  }

  @Test
  void aDayThatCannotBeIsNone() {
    for (int year : new int[] {1970, 1999, 2000, 2023, 2024, 2100}) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 40; day++) {
          String time = String.format("%04d-%02d-%02d 11:59:30", year, month, day);
          assertEquals(seconds(year, month, day), read(LogTime::sortable, time), time);
        }
      }
    }
    assertEquals(LogTime.NONE, read(LogTime::dashed, "30-Feb-2026 11:59:30"));
    assertEquals(LogTime.NONE, read(LogTime::slashed, "31/Jun/2026:11:59:30"));
    assertEquals(LogTime.NONE, read(LogTime::english, "Feb 29, 2026 11:59:30 AM"));
  }

  private static long seconds(int year, int month, int day) {
    try {
      return LocalDateTime.of(year, Month.of(month), day, 11, 59, 30).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException cannotBe) {
      return LogTime.NONE;
    }
  }

  @Test
  void whatOnlyLooksLikeATimeIsNone() {
    for (Form form : FORMS) {
      String right =
          DateTimeFormatter.ofPattern(form.pattern(), Locale.US)
              .format(LocalDateTime.of(2026, 3, 11, 11, 59, 30));
      for (int cut = 0; cut < right.length() - 1; cut++) {
        assertEquals(LogTime.NONE, read(form.reader(), right.substring(0, cut)), right);
      }
      for (int at = 0; at < right.length() - 1; at++) {
        String wrong = right.substring(0, at) + "~" + right.substring(at + 1);
        assertEquals(LogTime.NONE, read(form.reader(), wrong), wrong);
      }
    }
    for (String time :
        List.of(
            "2026-03-01 24:00:00",
            "2026-03-01 11:60:00",
            "2026-03-01 11:59:61",
            "1969-12-31 00:00:00")) {
      assertEquals(LogTime.NONE, read(LogTime::sortable, time), time);
    }
    assertEquals(LogTime.NONE, read(LogTime::english, "Mar 01, 2026 13:59:30 PM"));
    assertEquals(LogTime.NONE, read(LogTime::slashed, "01/Mar/2026 11:59:30"));
  }

  @Test
  void anOffsetIsReadUpToEighteenHours() {
    check(0, "Z");
    check(3600, "+0100");
    check(-5400, "-01:30");
    check(64_800, "+1800");
    check(LogTime.NONE, "+1801");
    check(LogTime.NONE, "+0160");
    check(LogTime.NONE, " +0100");
  }

  private static void check(long seconds, String offset) {
    assertEquals(seconds, read(LogTime::offset, offset), offset);
  }

  /** What stands around it is not looked at. */
  private static long read(Reader reader, String text) {
    byte[] line = ("1" + text + "11:59:30 AM").getBytes(StandardCharsets.US_ASCII);
    return reader.read(line, 1, 1 + text.length());
  }
}
