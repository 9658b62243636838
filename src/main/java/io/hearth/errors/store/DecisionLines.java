package io.hearth.errors.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.store.Decision.DeleteDecision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.MergeDecision;
import io.hearth.errors.store.Decision.NotesDecision;
import io.hearth.errors.store.Decision.RegroupedDecision;
import io.hearth.errors.store.Decision.SplitDecision;
import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.Decision.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decisions as lines: {@code {"time":MS,"kind":"state","groups":[G],…}}. */
final class DecisionLines {

  private static final int MOST_GROUPS = 500;

  private DecisionLines() {}

  static String write(Decision decision) {
    return Lines.object(
        json -> {
          json.name("time").value(decision.time().toEpochMilli());
          if (decision instanceof StateDecision state) {
            begin(json, "state", List.of(state.group()));
            write(json, state);
          } else if (decision instanceof NotesDecision notes) {
            begin(json, "notes", List.of(notes.group()));
            json.name("notes").value(notes.notes());
          } else if (decision instanceof MergeDecision merge) {
            begin(json, "merge", merge.groups());
          } else if (decision instanceof SplitDecision split) {
            begin(json, "split", List.of(split.part()));
          } else if (decision instanceof MappedDecision mapped) {
            begin(json, "mapped", List.of(mapped.group()));
            write(json, mapped);
          } else if (decision instanceof RegroupedDecision regrouped) {
            begin(json, "regrouped", List.of(regrouped.group()));
            write(json, "newIds", regrouped.now());
          } else if (decision instanceof DeleteDecision delete) {
            begin(json, "delete", delete.groups());
          }
        });
  }

  private static void begin(JsonWriter json, String kind, List<GroupId> groups) throws IOException {
    json.name("kind").value(kind);
    write(json, "groups", groups);
  }

  private static void write(JsonWriter json, String name, List<GroupId> groups) throws IOException {
    json.name(name).beginArray();
    for (GroupId group : groups) {
      json.value(group.text());
    }
    json.endArray();
  }

  private static void write(JsonWriter json, StateDecision state) throws IOException {
    json.name("status").value(state.status().name().toLowerCase(Locale.ROOT));
    json.name("since").value(state.since().toEpochMilli());
    if (state.inRelease().isPresent()) {
      json.name("inRelease").value(state.inRelease().get());
    }
    if (state.until().isPresent()) {
      json.name("until").value(state.until().get().toEpochMilli());
    }
    if (state.untilTotal().isPresent()) {
      json.name("untilTotal").value(state.untilTotal().get());
    }
  }

  private static void write(JsonWriter json, MappedDecision mapped) throws IOException {
    json.name("sample").value(mapped.sample()).name("mapped").value(mapped.mapped().text());
    json.name("exceptions").beginArray();
    for (List<Optional<OriginalPosition>> frames : mapped.exceptions()) {
      json.beginArray();
      for (Optional<OriginalPosition> frame : frames) {
        if (frame.isPresent()) {
          write(json, frame.get());
        } else {
          json.nullValue();
        }
      }
      json.endArray();
    }
    json.endArray();
  }

  private static void write(JsonWriter json, OriginalPosition at) throws IOException {
    json.beginObject();
    json.name("file").value(at.file()).name("line").value(at.line());
    json.name("column").value(at.column()).name("function").value(at.function());
    if (!at.context().isEmpty()) {
      json.name("contextLine").value(at.contextLine()).name("context").beginArray();
      for (String line : at.context()) {
        json.value(line);
      }
      json.endArray();
    }
    json.endObject();
  }

  /** Empty for half a line and for what is no decision. */
  static Optional<Decision> read(String line) {
    try (JsonReader json = Lines.strict(line)) {
      Fields fields = new Fields();
      json.beginObject();
      while (json.hasNext()) {
        fields.read(json, json.nextName());
      }
      json.endObject();
      return json.peek() == JsonToken.END_DOCUMENT
          ? Optional.of(fields.decision())
          : Optional.empty();
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  /** The members of a line, which may come in any order. */
  private static final class Fields {
    private Instant time = Instant.MIN;
    private String kind = "";
    private List<GroupId> groups = List.of();
    private List<GroupId> now = List.of();
    private String status = "";
    private Optional<Instant> since = Optional.empty();
    private Optional<String> inRelease = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private Optional<Long> untilTotal = Optional.empty();
    private String notes = "";
    private String sample = "";
    private String mapped = "";
    private List<List<Optional<OriginalPosition>>> exceptions = List.of();

    void read(JsonReader json, String name) throws IOException {
      switch (name) {
        case "time" -> time = Instant.ofEpochMilli(json.nextLong());
        case "kind" -> kind = json.nextString();
        case "groups" -> groups = readGroups(json);
        case "newIds" -> now = readGroups(json);
        case "status" -> status = json.nextString();
        case "since" -> since = Optional.of(Instant.ofEpochMilli(json.nextLong()));
        case "inRelease" -> inRelease = Optional.of(json.nextString());
        case "until" -> until = Optional.of(Instant.ofEpochMilli(json.nextLong()));
        case "untilTotal" -> untilTotal = Optional.of(json.nextLong());
        case "notes" -> notes = json.nextString();
        case "sample" -> sample = json.nextString();
        case "mapped" -> mapped = json.nextString();
        case "exceptions" ->
            exceptions = Samples.list(json, all -> Samples.list(all, DecisionLines::readPosition));
        default -> json.skipValue();
      }
    }

    Decision decision() {
      if (time.equals(Instant.MIN) || groups.isEmpty()) {
        throw new IllegalStateException("no decision");
      }
      GroupId group = groups.get(0);
      return switch (kind) {
        case "state" ->
            new StateDecision(
                time,
                group,
                Status.valueOf(status.toUpperCase(Locale.ROOT)),
                since.orElse(time),
                inRelease,
                until,
                untilTotal);
        case "notes" -> new NotesDecision(time, group, notes);
        case "merge" -> new MergeDecision(time, groups);
        case "split" -> new SplitDecision(time, group);
        case "mapped" -> new MappedDecision(time, group, sample, new GroupId(mapped), exceptions);
        case "regrouped" -> new RegroupedDecision(time, group, now);
        case "delete" -> new DeleteDecision(time, groups);
        default -> throw new IllegalStateException("no such decision");
      };
    }
  }

  private static List<GroupId> readGroups(JsonReader json) throws IOException {
    List<GroupId> groups = new ArrayList<>();
    json.beginArray();
    while (json.hasNext() && groups.size() < MOST_GROUPS) {
      groups.add(new GroupId(json.nextString()));
    }
    json.endArray();
    return groups;
  }

  private static Optional<OriginalPosition> readPosition(JsonReader json) throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return Optional.empty();
    }
    String file = "";
    String function = "";
    int line = 0;
    int column = 0;
    int contextLine = 0;
    List<String> context = List.of();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "file" -> file = json.nextString();
        case "function" -> function = json.nextString();
        case "line" -> line = json.nextInt();
        case "column" -> column = json.nextInt();
        case "contextLine" -> contextLine = json.nextInt();
        case "context" -> context = Samples.list(json, JsonReader::nextString);
        default -> json.skipValue();
      }
    }
    json.endObject();
    return Optional.of(new OriginalPosition(file, line, column, function, context, contextLine));
  }
}
