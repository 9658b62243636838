package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RedactionProperties {
  private static final String[] NAMES = {
    "a.log", "a.properties", "a.json", "a.xml", "a.yml", "a.ini"
  };

  private static final String[] LEAKS = {
    "hunter2x", "8fgh2klm", "jroth", "jana", "roth", "acme", "s3cr3t", "ywrtaw46",
        "0123456789abcdef",
    "p%40ss", "db7", "fileserver7", "4111 1111", "jirauser", "ghp_", "eyjzdwii", "aptmt",
        "abhbmwx2",
    "pw12", "t436v0f91", "m.mueller", "10.20.30", "1:2%eth", "1234567"
  };

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Property(tries = 300, seed = "4711")
  void anyChunkingGivesTheSameOutput(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int n) {
    Random random = new Random(seed);
    // Now and then long enough for windows and their borders.
    byte[] text = Samples.text(random, random.nextInt(20) == 0 ? 6000 : 40);
    Redactor redactor = Samples.learned(NAMES[n], text).redactor();
    byte[] whole = Samples.redact(redactor, NAMES[n], text, new Random(0), Integer.MAX_VALUE);
    byte[] parts = Samples.redact(redactor, NAMES[n], text, random, 1 + random.nextInt(3000));
    assertArrayEquals(whole, parts);
  }

  @Property(tries = 25, seed = "4714")
  void aLineLongerThanAnyWindowIsRedactedAlike(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = Samples.oneLine(random, 2500);
    Redactor redactor = Samples.learned("a.log", text).redactor();
    byte[] whole = Samples.redact(redactor, "a.log", text, new Random(0), Integer.MAX_VALUE);
    byte[] parts = Samples.redact(redactor, "a.log", text, random, 50_000);
    assertArrayEquals(whole, parts);
    String out = text(whole).toLowerCase(java.util.Locale.ROOT);
    for (String leak : LEAKS) {
      assertEquals(-1, out.indexOf(leak), () -> leak + " in " + around(out, leak));
    }
    byte[] twice = Samples.redact(redactor, "a.log", whole, random, Integer.MAX_VALUE);
    assertEquals(text(whole), text(twice));
  }

  private static String around(String text, String part) {
    int at = text.indexOf(part);
    return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
  }

  @Property(tries = 500, seed = "4712")
  void redactedTextStaysAsItIs(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int n) {
    byte[] text = Samples.text(new Random(seed), 30);
    Redactor redactor = Samples.learned(NAMES[n], text).redactor();
    byte[] once = Samples.redact(redactor, NAMES[n], text, new Random(0), Integer.MAX_VALUE);
    byte[] twice = Samples.redact(redactor, NAMES[n], once, new Random(0), Integer.MAX_VALUE);
    assertEquals(text(once), text(twice));
    Redactor other = Samples.learned(NAMES[n], once).redactor();
    byte[] again = Samples.redact(other, NAMES[n], once, new Random(0), Integer.MAX_VALUE);
    assertEquals(text(once), text(again));
  }

  @Property(tries = 300, seed = "4713")
  void linesKeepTheirNumberAndTheirEnds(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int n) {
    byte[] text = Samples.text(new Random(seed), 40);
    Redactor redactor = Samples.learned(NAMES[n], text).redactor();
    byte[] out = Samples.redact(redactor, NAMES[n], text, new Random(0), Integer.MAX_VALUE);
    assertEquals(ends(text), ends(out));
  }

  /** The line ends of a text: the bytes before and at each line feed. */
  private static String ends(byte[] text) {
    StringBuilder ends = new StringBuilder();
    for (int p = 0; p < text.length; p++) {
      if (text[p] == '\n') {
        ends.append(p > 0 && text[p - 1] == '\r' ? "rn " : "n ");
      }
    }
    return ends.toString();
  }
}
