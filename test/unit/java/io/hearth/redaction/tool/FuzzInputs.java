package io.hearth.redaction.tool;

import io.hearth.redaction.Samples;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes the entries that the fuzz run redacts: noise, damaged samples, files with a structure. */
final class FuzzInputs {
  /** An entry to redact; {@code structured} files parse and must do so afterwards. */
  record Input(String name, byte[] text, boolean structured) {}

  private static final String[] NAMES = {
    "a.log", "a.properties", "a.json", "a.xml", "a.yml", "a.ini"
  };
  private static final String SIGNS = "=:@<>-~\\+['\"&%#;,./{}()]| \t\n\ra0A";
  private static final List<String> PARTS =
      List.of(
          "password=",
          "\"token\":",
          "user:",
          "https://a:b@",
          "eyJhbGciOi",
          "AAAB",
          "-----BEGIN X-----",
          "<password>",
          "</",
          "<![CDATA[",
          "]]>",
          "&#64;",
          "%40",
          "\\u0040",
          "\\\\srv12\\x",
          "10.1.2.3",
          "fe80::1",
          "cn=Jana Roth,",
          "Jana Roth",
          "jroth",
          "jana.roth@acme.de",
          "+49 30 123",
          "4111 1111",
          "Cookie: a=",
          "Authorization: Basic ",
          "--password ",
          "|\n  x",
          "\\\n",
          "\"",
          "'",
          "${x}",
          "{ATL}",
          "licen\u00e7a=",
          "\u4e2d\u6587",
          "\u00fc",
          "SHOP-42",
          "PWD=/opt/x",
          "db.password = a b");
  private static final String[] KEYS = {
    "password", "name", "user", "token", "host", "value", "email", "displayName", "x", "licence"
  };
  private static final String[] VALUES = {
    "hunter2x",
    "jroth",
    "Jana Roth",
    "db7.acme.de",
    "10.20.30.40",
    "jana.roth@acme.de",
    "two words",
    "8fGh2kLmN0pQrStUvWx2z",
    "",
    "a=b&c=d",
    "true",
    "42",
    "x'y",
    "C:/x",
    "\u00fc\u4e2d",
    "~jroth"
  };

  private final Random random;

  FuzzInputs(long seed) {
    random = new Random(seed);
  }

  Input next() {
    String name = pick(NAMES);
    return switch (random.nextInt(7)) {
      case 0 -> new Input(name, noise(), false);
      case 1 -> new Input(name, signs(), false);
      case 2 -> new Input(name, parts(), false);
      case 3 -> new Input(name, damaged(Samples.text(random, 1 + random.nextInt(40))), false);
      case 4 -> new Input(name, Samples.text(random, 1 + random.nextInt(40)), false);
      case 5 -> random.nextInt(8) > 0 ? json() : new Input(name, overlong(), false);
      default -> xml();
    };
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(4000)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] signs() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(2000); i > 0; i--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return bytes(text);
  }

  private byte[] parts() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(120); i > 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
      text.append(random.nextInt(3) == 0 ? pick(" ", "\n", "\r\n", ",", ";") : "");
    }
    Charset charset = random.nextInt(6) > 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
    return text.toString().getBytes(charset);
  }

  private byte[] damaged(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int every = 2 + random.nextInt(200);
    for (byte b : text) {
      int what = random.nextInt(every);
      if (what > 1 || random.nextInt(3) == 0) {
        out.write(b);
      }
      if (what == 1) {
        out.write(random.nextBoolean() ? random.nextInt(256) : SIGNS.charAt(random.nextInt(20)));
      }
    }
    return out.toByteArray();
  }

  private byte[] overlong() {
    return Samples.oneLine(random, 500 + random.nextInt(2000));
  }

  private Input json() {
    StringBuilder text = new StringBuilder();
    jsonValue(text, 1 + random.nextInt(5), random.nextBoolean() ? "\n  " : "");
    return new Input("a.json", bytes(text.append('\n')), true);
  }

  private void jsonValue(StringBuilder text, int depth, String gap) {
    int kind = depth == 0 ? 2 + random.nextInt(3) : random.nextInt(3);
    switch (kind) {
      case 0 -> {
        text.append('{');
        for (int i = random.nextInt(5); i >= 0; i--) {
          text.append(gap).append('"').append(pick(KEYS)).append(i).append("\": ");
          jsonValue(text, depth - 1, gap);
          text.append(i > 0 ? "," : "");
        }
        text.append(gap).append('}');
      }
      case 1 -> {
        text.append('[');
        for (int i = random.nextInt(4); i >= 0; i--) {
          jsonValue(text, depth - 1, gap);
          text.append(i > 0 ? ", " : "");
        }
        text.append(']');
      }
      case 3 -> text.append(random.nextInt());
      case 4 -> text.append(pick("true", "false", "null"));
      default -> text.append('"').append(jsonString()).append('"');
    }
  }

  private String jsonString() {
    return pick(VALUES) + pick("", "\\\"", "\\\\", "\\n", "\\u0040", "/") + pick(VALUES);
  }

  private Input xml() {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n");
    xmlElement(text, 1 + random.nextInt(6));
    return new Input("a.xml", bytes(text.append('\n')), true);
  }

  private void xmlElement(StringBuilder text, int depth) {
    String tag = pick(KEYS);
    text.append('<').append(tag);
    if (random.nextBoolean()) {
      text.append(' ').append(pick(KEYS)).append("=\"").append(xmlText()).append('"');
    }
    text.append('>');
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      xmlElement(text, depth - 1);
    }
    String value = xmlText();
    text.append(random.nextInt(5) == 0 ? "<![CDATA[" + value + "]]>" : value);
    text.append("</").append(tag).append('>').append(pick("", "\n", "\n  "));
  }

  private String xmlText() {
    return pick(VALUES).replace("&", "&amp;")
        + pick("", "&#64;", "&lt;", " ", "\n")
        + pick("", "jroth");
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
