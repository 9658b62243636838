package io.hearth.errors.intake.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Envelopes that follow the protocol nearly everywhere, and break it in some places: wrong types,
 * wrong lengths, deep nesting, endless texts, cut packing, bytes that are no UTF-8.
 */
final class FuzzEnvelopes {

  record Made(byte[] body, String encoding) {}

  private static final List<String> TYPES =
      List.of(
          "event",
          "event",
          "event",
          "client_report",
          "session",
          "transaction",
          "attachment",
          "replay_recording",
          "feedback",
          "log",
          "span",
          "",
          "unheard_of",
          "\\u0000");

  private static final List<String> FIELDS =
      List.of(
          "event_id",
          "level",
          "release",
          "message",
          "logentry",
          "tags",
          "fingerprint",
          "exception",
          "breadcrumbs",
          "user",
          "request",
          "contexts",
          "extra",
          "server_name",
          "timestamp",
          "platform",
          "threads",
          "debug_meta",
          "hearth.app");

  private static final List<String> TEXTS =
      List.of(
          "TypeError",
          "Cannot read properties of null (reading 'x')",
          "io.hearth",
          "https://h/s/1-CDN/1/_/download/batch/io.hearth:board/board.js?a=b#c",
          "../../etc/passwd",
          "<script>alert(1)</script>",
          "\\ud800",
          "\\u0000\\u2028",
          "a\\nb",
          "{{ default }}",
          "$1",
          "%s%n",
          "0123456789abcdef0123456789abcdef",
          "io.hearth:board",
          "onerror=alert(1)");

  private final Random random;

  FuzzEnvelopes(long seed) {
    random = new Random(seed);
  }

  Made next() {
    StringBuilder text = new StringBuilder();
    text.append(header(List.of("event_id", "dsn", "sent_at", "sdk", "trace", "length")))
        .append(end());
    for (int items = random.nextInt(4); items > 0; items--) {
      item(text);
    }
    return packed(damaged(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void item(StringBuilder text) {
    String type = pick(TYPES);
    String payload =
        switch (type) {
          case "event" -> event();
          case "client_report" -> report();
          default -> value(3);
        };
    int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
    String length =
        switch (random.nextInt(6)) {
          case 0, 1 -> ",\"length\":" + bytes;
          case 2 -> rare(",\"length\":" + (bytes + random.nextInt(9) - 4), "");
          case 3 ->
              rare(
                  ",\"length\":" + pick(List.of("-1", "1e9", "\"7\"", "null", "[]", "99999999999")),
                  "");
          default -> "";
        };
    text.append("{\"type\":\"" + type + "\"" + length + "}").append(end());
    text.append(payload).append(end());
  }

  private String end() {
    return random.nextInt(200) == 0 ? pick(List.of("", "\r\n", "\n\n", " ")) : "\n";
  }

  private String header(List<String> names) {
    return random.nextInt(50) == 0 ? value(2) : object(() -> pick(names), 2, 4);
  }

  private String event() {
    if (random.nextInt(20) == 0) {
      return value(4);
    }
    StringBuilder event = new StringBuilder("{\"tags\":");
    event.append(maybe("{\"hearth.app\":\"io.hearth\",\"hearth.feature\":" + text() + "}"));
    for (int n = random.nextInt(5); n > 0; n--) {
      event.append(",\"" + pick(FIELDS) + "\":" + value(3));
    }
    event.append(",\"exception\":").append(maybe("{\"values\":[" + list(this::thrown) + "]}"));
    event.append(",\"breadcrumbs\":").append(maybe("[" + list(this::crumb) + "]"));
    return event.append('}').toString();
  }

  private String thrown() {
    return maybe(
        "{\"type\":"
            + maybe(text())
            + ",\"value\":"
            + maybe(text())
            + ",\"mechanism\":"
            + maybe("{\"handled\":false}")
            + ",\"stacktrace\":"
            + maybe("{\"frames\":[" + list(this::frame) + "]}")
            + "}");
  }

  private String frame() {
    return maybe(
        "{\"function\":"
            + maybe(text())
            + ",\"filename\":"
            + maybe(text())
            + ",\"module\":"
            + maybe(text())
            + ",\"lineno\":"
            + number()
            + ",\"colno\":"
            + number()
            + ",\"in_app\":"
            + maybe("true")
            + ",\"vars\":"
            + value(2)
            + "}");
  }

  private String crumb() {
    return maybe(
        "{\"timestamp\":"
            + number()
            + ",\"category\":"
            + maybe(text())
            + ",\"message\":"
            + maybe(text())
            + ",\"data\":"
            + value(2)
            + "}");
  }

  private String report() {
    return maybe(
        "{\"discarded_events\":["
            + list(
                () ->
                    maybe(
                        "{\"reason\":"
                            + text()
                            + ",\"category\":\"error\",\"quantity\":"
                            + number()
                            + "}"))
            + "]}");
  }

  /** The value, and now and then one of any other kind. */
  private String maybe(String value) {
    return rare(value(2), value);
  }

  private String rare(String seldom, String often) {
    return random.nextInt(40) == 0 ? seldom : often;
  }

  private String list(Supplier<String> each) {
    StringBuilder list = new StringBuilder();
    int most = random.nextInt(300) == 0 ? 400 : 5;
    for (int n = random.nextInt(most); n > 0; n--) {
      list.append(list.isEmpty() ? "" : ",").append(each.get());
    }
    return list.toString();
  }

  private String value(int depth) {
    return switch (depth <= 0 ? random.nextInt(5) : random.nextInt(8)) {
      case 0 -> "null";
      case 1 -> pick(List.of("true", "false"));
      case 2 -> number();
      case 3, 4 -> text();
      case 5 -> object(() -> pick(FIELDS), depth - 1, 5);
      case 6 -> "[" + list(() -> value(depth - 1)) + "]";
      default -> rare("[".repeat(random.nextInt(3000)) + "]".repeat(random.nextInt(3000)), text());
    };
  }

  private String object(Supplier<String> name, int depth, int most) {
    StringBuilder object = new StringBuilder();
    for (int n = random.nextInt(most); n > 0; n--) {
      object.append(object.isEmpty() ? "" : ",");
      object.append('"').append(name.get()).append("\":").append(value(depth));
    }
    return "{" + object + "}";
  }

  private String number() {
    return pick(
        List.of(
            "0",
            "1",
            "-1",
            "48211",
            "1e308",
            "1e-7",
            "9223372036854775808",
            "NaN",
            "01",
            "1795514400.5"));
  }

  private String text() {
    String text = pick(TEXTS) + (random.nextBoolean() ? "" : random.nextInt(100_000));
    return "\"" + (random.nextInt(400) == 0 ? text.repeat(random.nextInt(3000)) : text) + "\"";
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private byte[] damaged(byte[] bytes) {
    if (random.nextInt(10) > 0 || bytes.length == 0) {
      return bytes;
    }
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextBoolean()
        ? bytes
        : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  private Made packed(byte[] bytes) {
    return switch (random.nextInt(12)) {
      case 0 -> new Made(damaged(written(bytes, true)), "gzip");
      case 1 -> new Made(damaged(written(bytes, false)), "deflate");
      case 2 -> new Made(bytes, pick(List.of("gzip", "deflate", "br", "GZIP", "identity", "x")));
      default -> new Made(bytes, "");
    };
  }

  private static byte[] written(byte[] bytes, boolean gzip) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (DeflaterOutputStream packer =
          gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
        packer.write(bytes);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }
}
