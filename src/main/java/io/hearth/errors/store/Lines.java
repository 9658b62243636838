package io.hearth.errors.store;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Level;
import io.hearth.errors.store.Part.Names;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;

/**
 * The lines that journals and snapshots consist of, each a JSON object:
 *
 * <pre>
 * {"id":G,"n":3,"first":MS,"last":MS,…}   counts
 * {"id":G,"time":MS,"sample":{…}}         an event that is kept whole
 * {"id":G,"deleted":MS}                   what was before is gone
 * {"counts":0,DAY:{"filtered":{…},…},…}   what became no error of a group
 * </pre>
 */
final class Lines {

  sealed interface Line {}

  record Counted(Part part) implements Line {}

  record Sampled(GroupId id, long time, String text) implements Line {}

  record Deleted(GroupId id, long time) implements Line {}

  /** {@code journal} is the last one that a snapshot includes, 0 in a journal. */
  record Tallied(int journal, IntakeTally tally) implements Line {}

  private static final int NESTING = 12;
  private static final String BEGIN = "{\"id\":\"";
  private static final int ID = 16;
  private static final String TIME = "\",\"time\":";
  private static final String COUNT = "\",\"n\":";
  private static final String SAMPLE = ",\"sample\":{";

  private Lines() {}

  static String counted(Part part) {
    return object(
        json -> {
          json.name("id").value(part.id.text());
          writeCounts(json, part);
          if (part.head.isPresent()) {
            writeHead(json, part.head.get());
          }
        });
  }

  private static void writeCounts(JsonWriter json, Part part) throws IOException {
    json.name("n").value(part.count);
    json.name("first").value(part.first).name("last").value(part.last);
    json.name("level").value(part.level.id()).name("unhandled").value(part.unhandled);
    write(json, "hours", part.hours);
    write(json, "days", part.days);
    write(json, "users", part.users);
    for (Names which : Names.values()) {
      write(json, which.key, part.names(which));
    }
    write(json, "releasesLast", part.releasesLast);
  }

  private static void writeHead(JsonWriter json, Head head) throws IOException {
    json.name("head").beginObject();
    json.name("rules").value(head.rules()).name("app").value(head.app());
    json.name("type").value(head.type()).name("title").value(head.title());
    json.name("culprit").value(head.culprit()).name("overflow").value(head.overflow());
    json.endObject();
  }

  private static void write(JsonWriter json, String name, Series series) throws IOException {
    if (series.size() > 0) {
      json.name(name).beginArray();
      for (int i = 0; i < series.size(); i++) {
        json.value(series.key(i)).value(series.value(i));
      }
      json.endArray();
    }
  }

  static void write(JsonWriter json, String name, Tally tally) throws IOException {
    if (tally.size() > 0) {
      json.name(name).beginObject();
      for (int i = 0; i < tally.size(); i++) {
        json.name(tally.name(i)).value(tally.value(i));
      }
      json.endObject();
    }
  }

  static String deleted(GroupId id, long time) {
    return object(json -> json.name("id").value(id.text()).name("deleted").value(time));
  }

  static String sampled(GroupId id, long time, Samples.Writer sample) {
    return object(
        json -> {
          json.name("id").value(id.text()).name("time").value(time).name("sample");
          sample.write(json);
        });
  }

  static String tallied(int journal, IntakeTally tally) {
    return object(
        json -> {
          json.name("counts").value(journal);
          tally.write(json);
        });
  }

  static String object(Samples.Writer content) {
    StringWriter text = new StringWriter(256);
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      content.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.append('\n').toString();
  }

  /** Empty for half a line, for what another version wrote, and for what is none of ours. */
  static Optional<Line> read(String text) {
    try (JsonReader json = strict(text)) {
      json.beginObject();
      return switch (json.nextName()) {
        case "id" -> Optional.of(readGroup(json, new GroupId(json.nextString()), text));
        case "counts" -> Optional.of(new Tallied(json.nextInt(), IntakeTally.read(json)));
        default -> Optional.empty();
      };
    } catch (IOException | IllegalStateException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The group that a line is about, as its first member tells; empty when it is about none. */
  static Optional<GroupId> groupOf(String line) {
    return line.startsWith(BEGIN) && line.length() > BEGIN.length() + ID
        ? GroupId.parse(line.substring(BEGIN.length(), BEGIN.length() + ID))
        : Optional.empty();
  }

  /** Whether a line about a group, that we wrote, holds its counts. */
  static boolean isCounts(String line) {
    return line.startsWith(COUNT, BEGIN.length() + ID);
  }

  /**
   * A sample by its first members, of a line that we wrote and found whole; what is in it is looked
   * at when it is read.
   */
  static Optional<Sampled> sample(String line) {
    int time = BEGIN.length() + ID + TIME.length();
    int end = line.indexOf(SAMPLE, time);
    if (end < 0 || !line.startsWith(TIME, BEGIN.length() + ID) || !line.endsWith("}}")) {
      return Optional.empty();
    }
    try {
      return groupOf(line).map(id -> new Sampled(id, Long.parseLong(line, time, end, 10), line));
    } catch (NumberFormatException broken) {
      return Optional.empty();
    }
  }

  static JsonReader strict(String text) {
    JsonReader json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    json.setNestingLimit(NESTING);
    return json;
  }

  private static Line readGroup(JsonReader json, GroupId id, String text) throws IOException {
    String second = json.nextName();
    switch (second) {
      case "deleted" -> {
        long time = json.nextLong();
        json.endObject();
        return new Deleted(id, time);
      }
      case "time" -> {
        long time = json.nextLong();
        if (!json.nextName().equals("sample") || !isWhole(json)) {
          throw new IllegalStateException("no sample");
        }
        return new Sampled(id, time, text);
      }
      default -> {
        return readCounts(json, id, second);
      }
    }
  }

  /** Reads to the end: a line that was cut is no line. */
  private static boolean isWhole(JsonReader json) throws IOException {
    json.skipValue();
    json.endObject();
    return json.peek() == JsonToken.END_DOCUMENT;
  }

  private static Counted readCounts(JsonReader json, GroupId id, String firstName)
      throws IOException {
    Part part = new Part(id);
    String name = firstName;
    while (true) {
      switch (name) {
        case "n" -> part.count = natural(json.nextLong());
        case "first" -> part.first = natural(json.nextLong());
        case "last" -> part.last = natural(json.nextLong());
        case "level" -> part.level = Level.of(json.nextString());
        case "unhandled" -> part.unhandled = json.nextBoolean();
        case "hours" -> readInto(json, part.hours);
        case "days" -> readInto(json, part.days);
        case "users" -> readInto(json, part.users);
        case "releasesLast" -> readInto(json, part.releasesLast);
        case "head" -> part.head = Optional.of(readHead(json));
        default -> readNames(json, part, name);
      }
      if (!json.hasNext()) {
        break;
      }
      name = json.nextName();
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT || part.count == 0 || part.first > part.last) {
      throw new IllegalStateException("no counts");
    }
    return new Counted(part);
  }

  private static void readNames(JsonReader json, Part part, String name) throws IOException {
    for (Names which : Names.values()) {
      if (which.key.equals(name)) {
        readInto(json, part.names(which));
        return;
      }
    }
    json.skipValue();
  }

  private static Head readHead(JsonReader json) throws IOException {
    int rules = 0;
    boolean overflow = false;
    String app = "";
    String type = "";
    String title = "";
    String culprit = "";
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "rules" -> rules = json.nextInt();
        case "app" -> app = json.nextString();
        case "type" -> type = json.nextString();
        case "title" -> title = json.nextString();
        case "culprit" -> culprit = json.nextString();
        case "overflow" -> overflow = json.nextBoolean();
        default -> json.skipValue();
      }
    }
    json.endObject();
    return new Head(rules, app, type, title, culprit, overflow);
  }

  private static void readInto(JsonReader json, Series series) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      series.add(natural(json.nextInt()), natural(json.nextLong()));
    }
    json.endArray();
  }

  static void readInto(JsonReader json, Tally tally) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      tally.add(Bounds.cut(json.nextName(), StoreBounds.NAME), natural(json.nextLong()));
    }
    json.endObject();
  }

  /** Counts and times of a foreign file that are negative or overflow are no counts. */
  private static long natural(long number) {
    if (number < 0 || number > MOST) {
      throw new IllegalStateException("no count: " + number);
    }
    return number;
  }

  private static int natural(int number) {
    if (number < 0) {
      throw new IllegalStateException("no count: " + number);
    }
    return number;
  }

  /** A hundred thousand such numbers still fit a sum. */
  private static final long MOST = 1L << 46;
}
