package io.hearth.errors.envelope;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads one event (develop.sentry.dev, "Event Payloads") into what is kept of it. Fields that are
 * not named here, such as user, request, contexts and extra, are skipped without a look.
 */
final class EventReader {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NAME = Pattern.compile("[\\w.@:/ -]{1,200}");

  /** A version or a commit; what stands after the sign of an e-mail address is neither. */
  private static final Pattern VERSION =
      Pattern.compile("v?[0-9][0-9A-Za-z._+-]{0,78}|[0-9a-f]{7,40}");

  private static final int MOST_TAGS = 100;
  private static final int FEATURE = 100;

  private final JsonReader json;
  private String id;
  private String message = "";
  private String release = "";
  private Level level = Level.ERROR;
  private final Map<String, String> tags = new HashMap<>();
  private final List<String> fingerprint = new ArrayList<>();
  private final Latest<Thrown> exceptions = new Latest<>(Bounds.EXCEPTIONS);
  private final Latest<Crumb> crumbs = new Latest<>(Bounds.CRUMBS);

  EventReader(JsonReader json, String envelopeId) {
    this.json = json;
    this.id = envelopeId;
  }

  ErrorEvent read() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      field(json.nextName());
    }
    json.endObject();
    List<Thrown> chain = exceptions.newestFirst();
    String app = tags.getOrDefault("hearth.app", "");
    if (app.isEmpty()) {
      app = chain.stream().findFirst().map(EventReader::appOf).orElse("");
    }
    return new ErrorEvent(
        cleanId(),
        Instant.EPOCH,
        app,
        release(tags.getOrDefault("hearth.release", release)),
        Bounds.cut(tags.getOrDefault("hearth.feature", ""), FEATURE),
        level,
        chain,
        chain.isEmpty() ? message : "",
        fingerprint,
        crumbs.oldestFirst(),
        Browser.UNKNOWN);
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "event_id" -> id = JsonTexts.text(json, 40);
      case "level" -> level = Level.of(JsonTexts.text(json, 20));
      case "release" -> release = JsonTexts.text(json, 200);
      case "message" -> message(json.peek() == JsonToken.BEGIN_OBJECT);
      case "logentry" -> message(true);
      case "tags" -> tags();
      case "fingerprint" -> fingerprint();
      case "exception" -> values(this::exception);
      case "breadcrumbs" -> values(this::crumb);
      default -> json.skipValue();
    }
  }

  /** Dashes are allowed in it; a forged one is replaced, since nobody waits for its answer. */
  private String cleanId() {
    String clean = id.replace("-", "").toLowerCase(Locale.ROOT);
    return ID.matcher(clean).matches() ? clean : UUID.randomUUID().toString().replace("-", "");
  }

  /** {@code package@1.2.3+build} and plain versions. */
  private static String release(String text) {
    String version = text.substring(text.lastIndexOf('@') + 1);
    return VERSION.matcher(version).matches() ? version : "";
  }

  private static String appOf(Thrown thrown) {
    return thrown.frames().stream()
        .filter(frame -> !frame.module().isEmpty())
        .map(frame -> frame.module().substring(0, frame.module().indexOf(':')))
        .findFirst()
        .orElse("");
  }

  /** A text, or an object with the text in it. */
  private void message(boolean object) throws IOException {
    if (!object || json.peek() != JsonToken.BEGIN_OBJECT) {
      message = JsonTexts.text(json, Bounds.VALUE);
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "formatted" -> message = JsonTexts.text(json, Bounds.VALUE);
        case "message" -> {
          String plain = JsonTexts.text(json, Bounds.VALUE);
          message = message.isEmpty() ? plain : message;
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  /** An object, or a list of pairs; only ours are read. */
  private void tags() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    json.beginObject();
    for (int n = 0; json.hasNext(); n++) {
      String name = json.nextName();
      String value = n < MOST_TAGS && name.startsWith("hearth.") ? JsonTexts.text(json, 200) : "";
      if (n >= MOST_TAGS || !name.startsWith("hearth.")) {
        json.skipValue();
      } else if (NAME.matcher(value).matches()) {
        tags.put(name, value);
      }
    }
    json.endObject();
  }

  private void fingerprint() throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      json.skipValue();
      return;
    }
    json.beginArray();
    while (json.hasNext()) {
      String part = JsonTexts.text(json, Bounds.FINGERPRINT_PART);
      if (fingerprint.size() < Bounds.FINGERPRINT_PARTS) {
        fingerprint.add(part);
      }
    }
    json.endArray();
  }

  @FunctionalInterface
  private interface Value {
    void read() throws IOException;
  }

  /** A list, or an object with the list as its {@code values}; both are in the protocol. */
  private void values(Value value) throws IOException {
    switch (json.peek()) {
      case BEGIN_ARRAY -> list(value);
      case BEGIN_OBJECT -> {
        json.beginObject();
        while (json.hasNext()) {
          if (json.nextName().equals("values") && json.peek() == JsonToken.BEGIN_ARRAY) {
            list(value);
          } else {
            json.skipValue();
          }
        }
        json.endObject();
      }
      default -> json.skipValue();
    }
  }

  private void list(Value value) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        value.read();
      } else {
        json.skipValue();
      }
    }
    json.endArray();
  }

  private void exception() throws IOException {
    String type = "";
    String value = "";
    boolean handled = true;
    Latest<Frame> frames = new Latest<>(Bounds.FRAMES);
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "type" -> type = JsonTexts.text(json, Bounds.TYPE);
        case "value" -> value = JsonTexts.text(json, Bounds.VALUE);
        case "mechanism" -> handled = handled();
        case "stacktrace" -> frames(frames);
        default -> json.skipValue();
      }
    }
    json.endObject();
    exceptions.add(new Thrown(type, value, handled, frames.newestFirst()));
  }

  private boolean handled() throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return true;
    }
    boolean handled = true;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("handled")) {
        handled = JsonTexts.flag(json, true);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return handled;
  }

  private void frames(Latest<Frame> frames) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("frames") && json.peek() == JsonToken.BEGIN_ARRAY) {
        list(() -> frames.add(FrameReader.read(json)));
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private void crumb() throws IOException {
    crumbs.add(CrumbReader.read(json));
  }
}
