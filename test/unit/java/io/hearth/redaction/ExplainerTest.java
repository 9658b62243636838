package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.redaction.Explained.Replacement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

  private static final PseudonymKey KEY = PseudonymKey.of("07".repeat(32));
  private static final String LOG =
      "first line\r\nsent to Erika.Muster@acme-widgets.net from 10.20.30.40\n"
          + "größe 😀 login failed for username=emuster\nlast without an end: 10.20.30.41";

  private static List<Explained> explain(byte[] text, int longest) throws IOException {
    List<Explained> lines = new ArrayList<>();
    session(List.of())
        .explainer()
        .explain("a.log", new ByteArrayInputStream(text), longest, lines::add);
    return lines;
  }

  private static RedactionSession session(List<String> patterns) {
    RedactionSettings settings =
        new RedactionSettings(Set.of(), Set.of(), List.of(), patterns, List.of());
    return new RedactionSession(settings, KEY);
  }

  private static String spliced(Explained line) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Replacement one : line.replacements()) {
      out.append(line.text(), at, one.start()).append(one.text());
      at = one.end();
    }
    return out.append(line.text().substring(at)).toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
  void whatIsShownIsWhatTheRedactorWrites(String charset) throws IOException {
    Charset encoding = Charset.forName(charset);
    String log = charset.equals("ISO-8859-1") ? LOG.replace("😀", "") : LOG;
    byte[] text = (log.repeat(1) + "\n" + log.repeat(2000)).getBytes(encoding);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RedactedEntry entry = session(List.of()).redactor().open("a.log", out)) {
      entry.write(text);
    }
    List<String> shown = explain(text, 2000).stream().map(ExplainerTest::spliced).toList();
    assertEquals(List.of(out.toString(encoding).split("\n")), shown);
  }

  @Test
  void linesAreNumberedAndNameTheirRules() throws IOException {
    List<Explained> lines = explain(LOG.getBytes(StandardCharsets.UTF_8), 2000);
    assertEquals(List.of(1L, 2L, 3L, 4L), lines.stream().map(Explained::number).toList());
    assertEquals(
        List.of("mail", "ipv4"),
        lines.get(1).replacements().stream().map(Replacement::rule).toList());
    Replacement user = lines.get(2).replacements().get(0);
    assertEquals("emuster", lines.get(2).text().substring(user.start(), user.end()));
  }

  @Test
  void aLongLineIsShortenedBeforeTheValueThatStraddlesTheBorder() throws IOException {
    String text = "x".repeat(95) + " 10.20.30.40 and more\nnext";
    List<Explained> lines = explain(text.getBytes(StandardCharsets.UTF_8), 100);
    assertEquals("x".repeat(95) + " ", lines.get(0).text());
    assertTrue(lines.get(0).shortened());
    assertEquals(List.of(), lines.get(0).replacements());
    assertEquals("next", lines.get(1).text());
  }

  @Test
  void aLineLongerThanAllBuffersTakesNoMoreRoomThanIsShown() throws IOException {
    byte[] text =
        ("10.20.30.40 ".repeat(200_000) + "\nend 10.20.30.40").getBytes(StandardCharsets.UTF_8);
    List<Explained> lines = explain(text, 100);
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).shortened());
    assertEquals(1, lines.get(1).replacements().size());
  }

  @Test
  void theReaderEndsTheReading() throws IOException {
    List<Explained> lines = new ArrayList<>();
    byte[] text = "line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    session(List.of())
        .explainer()
        .explain(
            "a.log",
            new ByteArrayInputStream(text),
            100,
            line -> {
              lines.add(line);
              return lines.size() < 3;
            });
    assertEquals(3, lines.size());
  }

  @Test
  void aGroupNamedValueMarksThePartToReplace() throws IOException {
    List<Explained> lines = new ArrayList<>();
    session(List.of("größe=(?P<value>\\w+)"))
        .explainer()
        .explain(
            "a.log",
            new ByteArrayInputStream("eine größe=riesig hier".getBytes(StandardCharsets.UTF_8)),
            100,
            lines::add);
    Replacement one = lines.get(0).replacements().get(0);
    assertEquals("riesig", lines.get(0).text().substring(one.start(), one.end()));
    assertEquals("own-pattern", one.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "CUST-(?P<value>\\d{6}) true",
        "[[:alpha:]]{3}[]{]x{2} true",
        "(a|b){1000} true",
        "((a{1000}){1000}){1000} false",
        "((((((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2} false",
        "(unclosed false",
        "a{1001} false",
        "(?=ahead) false",
      })
  void aPatternThatCannotBeUsedIsTold(String pattern, boolean good) {
    assertEquals(good, OwnPattern.mistake(pattern).equals(Optional.empty()), pattern);
  }

  @Test
  void replacementsAreToldButNeverSecrets() throws IOException {
    List<String> told = new ArrayList<>();
    Redactor redactor =
        session(List.of()).redactor((value, pseudonym, kind) -> told.add(value + " " + kind.id()));
    try (RedactedEntry entry = redactor.open("a.log", new ByteArrayOutputStream())) {
      entry.write("username=emuster password=Tr0ub4dor-hunter\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(List.of("emuster user"), told);
  }
}
