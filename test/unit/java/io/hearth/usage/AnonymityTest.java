package io.hearth.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.usage.intake.UsageIntake.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymityTest {

  private static final int SEED = 4711;

  @TempDir Path home;

  private static List<String> marks() {
    List<String> marks = new ArrayList<>();
    for (String kind :
        List.of(
            "JIRAUSER",
            "mail@x",
            "10.11.12.",
            "JSESSIONID",
            "PROJ-",
            "Title of ",
            "Mozilla/",
            "de_AT")) {
      for (int n = 0; n < 5; n++) {
        marks.add(kind + "canary" + n);
      }
    }
    return marks;
  }

  /** The forms in which something could lie about. */
  private static List<String> forms(String mark) throws NoSuchAlgorithmException {
    byte[] bytes = mark.getBytes(UTF_8);
    List<String> forms =
        new ArrayList<>(
            List.of(
                mark,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes)));
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
      forms.add(HexFormat.of().formatHex(digest));
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(digest));
    }
    return forms;
  }

  @Test
  void noMarkedValueIsKeptInAnyForm() throws IOException, NoSuchAlgorithmException {
    Office office = new Office(home).agreedToAll();
    List<String> marks = marks();
    assertEquals(40, marks.size());
    for (String mark : marks) {
      String summary =
          "{\"com.example.board:opened ok\":[12],\"%s ok\":[-1],\"com.example.board:%s ok\":[3],"
              .concat("\"com.example.board:opened %s\":[1]}")
              .replace("%s", mark.replace('"', ' '));
      office.intake.take(new ByteArrayInputStream(summary.getBytes(UTF_8)), mark);
      office.intake.take(new ByteArrayInputStream(mark.getBytes(UTF_8)), mark);
    }
    office.dayPasses();
    assertTrue(office.file(Office.TODAY).contains("\"opened\":{\"ok\":[40,40]"), "counted");
    for (Map.Entry<String, byte[]> one : office.kept().entrySet()) {
      String text = one.getKey() + "\n" + new String(one.getValue(), UTF_8);
      for (String mark : marks) {
        for (String form : forms(mark)) {
          assertFalse(text.contains(form), () -> mark + " as " + form + " in " + one.getKey());
        }
      }
    }
  }

  /** Whatever a client sends, the file knows no other keys than those that were agreed to. */
  @Test
  void noPayloadAddsAKey() throws IOException {
    Office office = new Office(home).agreedToAll();
    Random random = new Random(SEED);
    String parts = "{}[]:,\"\\-0123456789eE.abcé \u0000\ud83d\ude00";
    List<String> pieces =
        List.of("{\"", "com.example.board:opened", " ok", "\":[", "]}", "-1", "1e9", "null", ",");
    for (int n = 0; n < 20_000; n++) {
      StringBuilder body = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        body.append(
            random.nextBoolean()
                ? pieces.get(random.nextInt(pieces.size()))
                : parts.charAt(random.nextInt(parts.length())));
      }
      if (n % 5 == 0) {
        body = new StringBuilder("{\"" + random.nextInt() + ":x" + random.nextInt() + " ok\":[1]}");
      }
      office.intake.take(
          new ByteArrayInputStream(body.toString().getBytes(UTF_8)), "person " + n % 900);
    }
    office.counter.write();
    assertTrue(
        office
            .file(Office.TODAY)
            .matches(
                "\\{\"day\":\"2026-03-01\",\"features\":\\{(\"com.example.board\":\\{\"opened\":"
                    + "[{}a-z\":,\\[\\]0-9]*\\})?\\},\"unknown\":\\[\\d+,\\d+\\]\\}\n"),
        () -> "seed " + SEED);
  }

  @Test
  void whatIsTooMuchIsRefused() throws IOException {
    Office office = new Office(home).agreedToAll();
    byte[] large = ("{\"" + "x".repeat(20_000) + "\":[1]}").getBytes(UTF_8);
    assertEquals(Reply.TOO_LARGE, office.intake.take(new ByteArrayInputStream(large), "a"));
    byte[] many = ("{\"a:b ok\":[" + "1,".repeat(100) + "1]}").getBytes(UTF_8);
    assertEquals(Reply.MALFORMED, office.intake.take(new ByteArrayInputStream(many), "b"));
    byte[] good = "{\"com.example.board:opened ok\":[1]}".getBytes(UTF_8);
    Reply last = Reply.TAKEN;
    for (int n = 0; n < 30; n++) {
      last = office.intake.take(new ByteArrayInputStream(good), "c");
    }
    assertEquals(Reply.TOO_MANY, last);
    assertEquals(Reply.TAKEN, office.intake.take(new ByteArrayInputStream(good), "d"));
  }
}
