package io.hearth.redaction.tool;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.hearth.redaction.Redactor;
import io.hearth.redaction.Samples;
import io.hearth.redaction.tool.FuzzInputs.Input;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** What must hold of every entry. */
final class FuzzChecks {
  private final Random random;

  FuzzChecks(long seed) {
    random = new Random(seed);
  }

  /** What does not hold of an entry, in a few words. */
  Optional<String> broken(Input input) {
    try {
      return Optional.ofNullable(judge(input)).map(what -> what + " of " + input.name());
    } catch (RuntimeException e) {
      StackTraceElement[] where = e.getStackTrace();
      return Optional.of("exception: " + e + (where.length > 0 ? " at " + where[0] : ""));
    }
  }

  private String judge(Input input) {
    String name = input.name();
    Redactor redactor = Samples.learned(name, input.text()).redactor();
    byte[] once = whole(redactor, name, input.text());
    int most = 1 + random.nextInt(random.nextBoolean() ? 50 : 5000);
    if (!Arrays.equals(once, Samples.redact(redactor, name, input.text(), random, most))) {
      return "chunks change the output";
    }
    if (!Arrays.equals(once, whole(redactor, name, once))) {
      return "a second pass changes the output";
    }
    Redactor other = Samples.learned(name, once).redactor();
    if (!Arrays.equals(once, whole(other, name, once))) {
      return "a pass that learned from the output changes it";
    }
    if (lines(input.text()) != lines(once)) {
      return "the number of lines changes";
    }
    boolean parsed = input.structured() && parses(name, input.text());
    return parsed && !parses(name, once) ? "the structure does not parse" : null;
  }

  private static byte[] whole(Redactor redactor, String name, byte[] text) {
    return Samples.redact(redactor, name, text, new Random(0), Integer.MAX_VALUE);
  }

  private static long lines(byte[] text) {
    long lines = 0;
    for (byte b : text) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static boolean parses(String name, byte[] text) {
    try {
      if (name.endsWith(".json")) {
        JsonParser.parseString(new String(text, StandardCharsets.UTF_8));
      } else {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        builder.parse(new ByteArrayInputStream(text));
      }
      return true;
    } catch (JsonParseException | SAXException | IOException | ParserConfigurationException e) {
      return false;
    }
  }

  /** The least part of a text that is still wrong, found by leaving out ever smaller parts. */
  Input least(Input input) {
    Optional<String> what = broken(input);
    byte[] text = input.text();
    for (int size = text.length / 2; size > 0; ) {
      boolean shorter = false;
      for (int at = 0; at + size <= text.length; ) {
        byte[] less = without(text, at, size);
        if (broken(new Input(input.name(), less, input.structured())).equals(what)) {
          text = less;
          shorter = true;
        } else {
          at += size;
        }
      }
      size = shorter ? Math.min(size, text.length) : size / 2;
    }
    return new Input(input.name(), text, input.structured());
  }

  private static byte[] without(byte[] text, int at, int size) {
    byte[] less = Arrays.copyOf(text, text.length - size);
    System.arraycopy(text, at + size, less, at, text.length - at - size);
    return less;
  }
}
