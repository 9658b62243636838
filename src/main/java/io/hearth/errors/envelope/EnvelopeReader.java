package io.hearth.errors.envelope;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.hearth.errors.event.ErrorEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Reads envelopes of Sentry's protocol (develop.sentry.dev, "Envelopes"): a line of JSON for the
 * envelope; then for each item a line of JSON and a payload. Numbers in comments are those of the
 * rules there. An envelope is read whole into one bounded array; JSON is read as a stream, so that
 * nothing grows with what is not kept.
 */
public final class EnvelopeReader {

  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_ITEMS = 100;
  private static final int MOST_EVENTS = 10;
  private static final int MAX_DEPTH = 24;
  private static final int SHORT = 16 << 10;
  private static final int MOST_REASONS = 20;
  private static final long MOST_QUANTITY = 100_000;
  private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  /** Item types by the category under which the SDK limits them. */
  private static final Map<String, String> CATEGORIES =
      Map.ofEntries(
          Map.entry("session", "session"),
          Map.entry("sessions", "session"),
          Map.entry("transaction", "transaction"),
          Map.entry("attachment", "attachment"),
          Map.entry("replay_event", "replay"),
          Map.entry("replay_recording", "replay"),
          Map.entry("profile", "profile"),
          Map.entry("profile_chunk", "profile"),
          Map.entry("check_in", "monitor"),
          Map.entry("feedback", "feedback"),
          Map.entry("user_report", "feedback"),
          Map.entry("span", "span"),
          Map.entry("log", "log_item"),
          Map.entry("metric_buckets", "metric_bucket"),
          Map.entry("statsd", "metric_bucket"),
          Map.entry("trace_metric", "trace_metric"));

  private record Header(Map<String, String> texts, Optional<Integer> length) {}

  private final byte[] bytes;
  private int at;
  private final List<ErrorEvent> events = new ArrayList<>();
  private final Map<String, Long> discarded = new HashMap<>();
  private final Set<String> unwanted = new TreeSet<>();

  private EnvelopeReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param encoding the value of Content-Encoding; empty when the body is plain
   * @param turn whether one that is large may be read now
   * @throws IOException when the body cannot be received
   */
  public static Envelope read(InputStream body, String encoding, BooleanSupplier turn)
      throws IOException, MalformedEnvelope, NoTurn {
    return new EnvelopeReader(Unpacked.read(body, encoding, MOST_BYTES, turn)).read();
  }

  private Envelope read() throws MalformedEnvelope {
    if (bytes.length == 0) {
      throw MalformedEnvelope.at("envelope", "is empty");
    }
    Header header = header("envelope header");
    for (int item = 1; at < bytes.length; item++) {
      if (item > MOST_ITEMS) {
        throw MalformedEnvelope.at("item " + item, "only " + MOST_ITEMS + " are taken");
      }
      item("item " + item, header);
    }
    return new Envelope(events, discarded, unwanted);
  }

  private void item(String place, Header envelope) throws MalformedEnvelope {
    if (bytes[at] == '\n') {
      // Empty lines between items are tolerated, as Relay does.
      at++;
      return;
    }
    Header header = header(place + " header");
    String type = header.texts().getOrDefault("type", "");
    if (type.isEmpty()) {
      throw MalformedEnvelope.at(place, "has no type");
    }
    int start = Math.min(at, bytes.length);
    int end = payloadEnd(place, header, start);
    switch (type) {
      case "event" -> event(place, start, end, envelope);
      case "client_report" -> report(place, start, end);
      default ->
          // Unknown types are dropped, not refused.
          Optional.ofNullable(CATEGORIES.get(type)).ifPresent(unwanted::add);
    }
    at = Math.min(end + 1, bytes.length);
  }

  /** With a length so many bytes and a line end; without one, up to the next line end. */
  private int payloadEnd(String place, Header header, int start) throws MalformedEnvelope {
    if (header.length().isEmpty()) {
      return lineEnd(start);
    }
    int length = header.length().get();
    if (length < 0 || length > bytes.length - start) {
      int left = bytes.length - start;
      throw MalformedEnvelope.at(place, "length " + length + ", only " + left + " bytes follow");
    }
    int end = start + length;
    if (end < bytes.length && bytes[end] != '\n') {
      throw MalformedEnvelope.at(place, "no line end after " + length + " bytes");
    }
    return end;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private Header header(String place) throws MalformedEnvelope {
    int end = lineEnd(at);
    Map<String, String> texts = new HashMap<>();
    Optional<Integer> length = Optional.empty();
    try {
      JsonReader json = json(at, end);
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals("length") && json.peek() == JsonToken.NUMBER) {
          length = Optional.of(json.nextInt());
        } else if (json.peek() == JsonToken.STRING && texts.size() < 20) {
          texts.put(name, json.nextString());
        } else {
          json.skipValue();
        }
      }
      json.endObject();
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw MalformedEnvelope.at(place, "is no JSON object");
    }
    at = end + 1;
    return new Header(texts, length);
  }

  private void event(String place, int start, int end, Header envelope) throws MalformedEnvelope {
    if (events.size() == MOST_EVENTS) {
      throw MalformedEnvelope.at(place, "only " + MOST_EVENTS + " events are taken");
    }
    try {
      String id = envelope.texts().getOrDefault("event_id", "");
      events.add(new EventReader(json(start, end), id).read());
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw MalformedEnvelope.at(place, "the event is no JSON object of the protocol");
    }
  }

  /** What the SDK dropped itself, by reason; of errors only. */
  private void report(String place, int start, int end) throws MalformedEnvelope {
    try {
      JsonReader json = json(start, end);
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("discarded_events") && json.peek() == JsonToken.BEGIN_ARRAY) {
          json.beginArray();
          while (json.hasNext()) {
            discardedEvent(json);
          }
          json.endArray();
        } else {
          json.skipValue();
        }
      }
      json.endObject();
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      throw MalformedEnvelope.at(place, "the client report is no JSON object of the protocol");
    }
  }

  private void discardedEvent(JsonReader json) throws IOException {
    String reason = "";
    String category = "error";
    long quantity = 0;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "reason" -> reason = JsonTexts.text(json, 40);
        case "category" -> category = JsonTexts.text(json, 40);
        case "quantity" -> quantity = JsonTexts.whole(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    boolean known = discarded.containsKey(reason) || discarded.size() < MOST_REASONS;
    if (category.equals("error") && quantity > 0 && known && REASON.matcher(reason).matches()) {
      discarded.merge(reason, Math.min(quantity, MOST_QUANTITY), Long::sum);
    }
  }

  private JsonReader json(int start, int end) {
    JsonReader json = new JsonReader(text(start, Math.max(0, end - start)));
    json.setStrictness(Strictness.LEGACY_STRICT);
    json.setNestingLimit(MAX_DEPTH);
    return json;
  }

  /** A stream's decoder has a buffer of its own, larger than most events; long ones need it. */
  private Reader text(int start, int length) {
    return length <= SHORT
        ? new StringReader(new String(bytes, start, length, StandardCharsets.UTF_8))
        : new InputStreamReader(
            new ByteArrayInputStream(bytes, start, length), StandardCharsets.UTF_8);
  }
}
