package io.hearth.errors.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Browser;
import io.hearth.errors.event.Crumb;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Events as JSON. Members that say nothing are left out. */
final class Samples {

  @FunctionalInterface
  interface Writer {
    void write(JsonWriter json) throws IOException;
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(JsonReader json) throws IOException;
  }

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private Samples() {}

  /** A line of at most so many bytes; an event that does not fit loses frames and crumbs. */
  static String line(
      io.hearth.errors.event.GroupId group, ErrorEvent event, String productRelease, int most) {
    ErrorEvent fitting = event;
    for (int keep = Bounds.FRAMES; ; keep /= 2) {
      ErrorEvent now = fitting;
      String line =
          Lines.sampled(
              group, event.time().toEpochMilli(), json -> write(json, now, productRelease));
      if (keep == 0 || line.getBytes(StandardCharsets.UTF_8).length <= most) {
        return line;
      }
      fitting = shorter(event, keep / 2);
    }
  }

  private static ErrorEvent shorter(ErrorEvent event, int keep) {
    List<Thrown> exceptions =
        event.exceptions().stream()
            .limit(Math.max(1, keep))
            .map(
                one ->
                    new Thrown(
                        one.type(),
                        Bounds.cut(one.value(), 500),
                        one.handled(),
                        one.frames().stream().limit(keep).toList()))
            .toList();
    List<Crumb> crumbs = event.crumbs();
    return new ErrorEvent(
        event.id(),
        event.time(),
        event.app(),
        event.appRelease(),
        event.feature(),
        event.level(),
        exceptions,
        event.message(),
        keep == 0 ? List.of() : event.clientFingerprint(),
        crumbs.subList(Math.max(0, crumbs.size() - keep), crumbs.size()),
        event.browser());
  }

  private static void write(JsonWriter json, ErrorEvent event, String productRelease)
      throws IOException {
    json.beginObject();
    json.name("id").value(event.id()).name("level").value(event.level().id());
    text(json, "app", event.app());
    text(json, "appRelease", event.appRelease());
    text(json, "productRelease", productRelease);
    text(json, "feature", event.feature());
    text(json, "browser", event.browser().browser());
    text(json, "system", event.browser().system());
    text(json, "message", event.message());
    list(json, "fingerprint", event.clientFingerprint(), part -> json.value(part));
    list(json, "exceptions", event.exceptions(), one -> write(json, one));
    list(json, "crumbs", event.crumbs(), crumb -> write(json, crumb));
    json.endObject();
  }

  @FunctionalInterface
  private interface Each<T> {
    void write(T one) throws IOException;
  }

  private static <T> void list(JsonWriter json, String name, List<T> all, Each<T> each)
      throws IOException {
    if (!all.isEmpty()) {
      json.name(name).beginArray();
      for (T one : all) {
        each.write(one);
      }
      json.endArray();
    }
  }

  private static void text(JsonWriter json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.name(name).value(text);
    }
  }

  private static void write(JsonWriter json, Thrown thrown) throws IOException {
    json.beginObject();
    text(json, "type", thrown.type());
    text(json, "value", thrown.value());
    json.name("handled").value(thrown.handled());
    list(json, "frames", thrown.frames(), frame -> write(json, frame));
    json.endObject();
  }

  private static void write(JsonWriter json, Frame frame) throws IOException {
    json.beginObject();
    text(json, "function", frame.function());
    text(json, "file", frame.file());
    text(json, "module", frame.module());
    json.name("line").value(frame.line()).name("column").value(frame.column());
    json.name("inApp").value(frame.inApp());
    text(json, "context", frame.context());
    json.endObject();
  }

  private static void write(JsonWriter json, Crumb crumb) throws IOException {
    json.beginObject();
    json.name("time").value(crumb.time().toEpochMilli());
    text(json, "category", crumb.category());
    text(json, "message", crumb.message());
    text(json, "level", crumb.level());
    json.endObject();
  }

  /** Empty for what is no sample. */
  static Optional<StoredSample> read(Lines.Sampled line, String node) {
    try (JsonReader json = Lines.strict(line.text())) {
      json.beginObject();
      while (!json.nextName().equals("sample")) {
        json.skipValue();
      }
      return Optional.of(new SampleReader(json).read(Instant.ofEpochMilli(line.time()), node))
          .filter(sample -> ID.matcher(sample.event().id()).matches());
    } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** Reads one sample; other than a record's constructor, it takes the members in any order. */
  private static final class SampleReader {
    private final JsonReader json;
    private String id = "";
    private String app = "";
    private String appRelease = "";
    private String productRelease = "";
    private String feature = "";
    private String browser = "";
    private String system = "";
    private String message = "";
    private Level level = Level.ERROR;
    private List<String> fingerprint = List.of();
    private List<Thrown> exceptions = List.of();
    private List<Crumb> crumbs = List.of();

    SampleReader(JsonReader json) {
      this.json = json;
    }

    StoredSample read(Instant time, String node) throws IOException {
      json.beginObject();
      while (json.hasNext()) {
        member(json.nextName());
      }
      json.endObject();
      Browser agent = new Browser(browser, system);
      ErrorEvent event =
          new ErrorEvent(
              id,
              time,
              app,
              appRelease,
              feature,
              level,
              exceptions,
              message,
              fingerprint,
              crumbs,
              agent);
      return new StoredSample(event, productRelease, node);
    }

    private void member(String name) throws IOException {
      switch (name) {
        case "id" -> id = json.nextString();
        case "level" -> level = Level.of(json.nextString());
        case "app" -> app = json.nextString();
        case "appRelease" -> appRelease = json.nextString();
        case "productRelease" -> productRelease = json.nextString();
        case "feature" -> feature = json.nextString();
        case "browser" -> browser = json.nextString();
        case "system" -> system = json.nextString();
        case "message" -> message = json.nextString();
        case "fingerprint" -> fingerprint = list(json, JsonReader::nextString);
        case "exceptions" -> exceptions = list(json, Samples::readThrown);
        case "crumbs" -> crumbs = list(json, Samples::readCrumb);
        default -> json.skipValue();
      }
    }
  }

  static <T> List<T> list(JsonReader json, Reader<T> each) throws IOException {
    List<T> all = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      all.add(each.read(json));
    }
    json.endArray();
    return all;
  }

  private static Thrown readThrown(JsonReader json) throws IOException {
    String type = "";
    String value = "";
    boolean handled = false;
    List<Frame> frames = List.of();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "type" -> type = json.nextString();
        case "value" -> value = json.nextString();
        case "handled" -> handled = json.nextBoolean();
        case "frames" -> frames = list(json, Samples::readFrame);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Thrown(type, value, handled, frames);
  }

  private static Frame readFrame(JsonReader json) throws IOException {
    String function = "";
    String file = "";
    String module = "";
    String context = "";
    int line = 0;
    int column = 0;
    boolean inApp = false;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "function" -> function = json.nextString();
        case "file" -> file = json.nextString();
        case "module" -> module = json.nextString();
        case "context" -> context = json.nextString();
        case "line" -> line = json.nextInt();
        case "column" -> column = json.nextInt();
        case "inApp" -> inApp = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Frame(function, file, module, line, column, inApp, context);
  }

  private static Crumb readCrumb(JsonReader json) throws IOException {
    long time = 0;
    String category = "";
    String message = "";
    String level = "";
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "time" -> time = json.nextLong();
        case "category" -> category = json.nextString();
        case "message" -> message = json.nextString();
        case "level" -> level = json.nextString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Crumb(Instant.ofEpochMilli(time), category, message, level);
  }
}
