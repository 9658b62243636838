package io.hearth.reports.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts are read back by Python's email package under its strict policy. */
class MailDraftTest {

  private static final String READER =
      """
      import email, email.policy, hashlib, json, sys
      with open(sys.argv[1], 'rb') as f:
          mail = email.message_from_binary_file(f, policy=email.policy.SMTP + email.policy.strict)
      parts = list(mail.iter_attachments())
      print(json.dumps({
          'headers': [name for name, value in mail.items()],
          'from': mail['From'].addresses[0].addr_spec,
          'to': [one.addr_spec for one in mail['To'].addresses] if mail['To'] else [],
          'subject': str(mail['Subject']),
          'date': mail['Date'].datetime.isoformat(),
          'defects': [str(d) for part in mail.walk() for d in part.defects]
              + [str(d) for value in mail.values() for d in value.defects],
          'text': mail.get_body().get_content(),
          'names': [one.get_filename() for one in parts],
          'sums': [hashlib.sha256(one.get_content()).hexdigest() for one in parts]}))
      """;

  @TempDir private Path folder;

  private static byte[] written(String subject, String text, List<Attachment> attachments)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MailDraft(
            Instant.parse("2026-03-01T12:00:00Z"),
            "ada@example.com",
            Optional.of("root@example.com"),
            Optional.of("support@vendor.example"),
            subject,
            text,
            attachments)
        .write(out);
    return out.toByteArray();
  }

  private JsonObject read(byte[] mail) throws Exception {
    checkLines(mail);
    Path file = Files.write(folder.resolve("draft.eml"), mail);
    Process python =
        new ProcessBuilder("python3", "-c", READER, file.toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String answer = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertTrue(python.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, python.exitValue(), Files.readString(folder.resolve("errors")));
    JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
    assertEquals("[]", json.get("defects").toString());
    return json;
  }

  /** RFC 5322, 2.1.1: CRLF and nothing else ends a line, and no line is longer than 998. */
  private static void checkLines(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    assertTrue(text.chars().allMatch(one -> one < 0x80), "all is ASCII");
    assertTrue(text.endsWith("\r\n"));
    for (String line : text.split("\r\n", -1)) {
      assertTrue(line.length() <= 78 || line.contains("boundary="), line);
      assertTrue(line.indexOf('\r') < 0 && line.indexOf('\n') < 0, line);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Board is empty",
        "Tafel ist leer – für alle Männer im Büro, auch wenn die Zeile sehr, sehr lang wird 😀😀😀😀",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "=?UTF-8?B?QmNj?= looks encoded",
        "one long word without any space that goes on and on beyond what a line of a header holds"
      })
  void aSubjectOfAnyLanguageComesThrough(String subject) throws Exception {
    assertEquals(subject, read(written(subject, "x", List.of())).get("subject").getAsString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nBcc: all@example.com", "a\nBcc: all@example.com\n\nbody", "a\rBcc: x@y"})
  void nothingInASubjectBeginsAHeader(String subject) throws Exception {
    byte[] mail = written(subject, "x", List.of());
    String head = new String(mail, UTF_8).split("\r\n\r\n")[0];
    assertEquals(
        List.of(
            "X-Unsent",
            "Date",
            "From",
            "Reply-To",
            "To",
            "Subject",
            "MIME-Version",
            "Content-Type"),
        head.lines()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.split(":")[0])
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b\r\nBcc: c@d", "Ada <a@b>", "a@b, c@d", "", "a"})
  void anAddressThatIsMoreThanOneMakesNoDraft(String address) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new MailDraft(
                Instant.EPOCH, address, Optional.empty(), Optional.empty(), "", "", List.of()));
  }

  @Test
  void aFileNameOfOthersBecomesPlain() {
    assertEquals("b_c.zip", Attachment.plainName("../b\r\nc.zip", "x"));
    assertEquals("x", Attachment.plainName("漢字", "x"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Attachment("a\"; b", "image/png", InputStreams.none()));
  }

  private static final class InputStreams {
    static Attachment.Content none() {
      return () -> new ByteArrayInputStream(new byte[0]);
    }
  }

  @Test
  void aTextWithBordersAndDotsComesThrough() throws Exception {
    String text = "first\r\n.\r\n--hearth-0\n\nFrom here: ü 😀\n" + "y".repeat(5_000) + "\n";
    JsonObject mail = read(written("x", text, List.of()));
    assertEquals(text.replace("\r\n", "\n"), mail.get("text").getAsString().replace("\r\n", "\n"));
    assertEquals("2026-03-01T12:00:00+00:00", mail.get("date").getAsString());
    assertEquals("ada@example.com", mail.get("from").getAsString());
  }

  @Test
  void twentyMegabytesComeThrough() throws Exception {
    byte[] zip = new byte[20 << 20];
    new Random(3).nextBytes(zip);
    JsonObject mail =
        read(
            written(
                "Große Anhänge",
                "x",
                List.of(
                    new Attachment(
                        "support.zip", "application/zip", () -> new ByteArrayInputStream(zip)),
                    new Attachment("screenshot.png", "image/png", InputStreams.none()))));
    assertEquals("[\"support.zip\",\"screenshot.png\"]", mail.get("names").toString());
    byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(zip);
    assertArrayEquals(
        sum, java.util.HexFormat.of().parseHex(mail.getAsJsonArray("sums").get(0).getAsString()));
  }
}
