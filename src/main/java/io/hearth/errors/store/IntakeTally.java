package io.hearth.errors.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became no error of a group: by day, kind and reason. */
final class IntakeTally {

  private final TreeMap<Integer, Map<Outcome, Tally>> days = new TreeMap<>();

  boolean isEmpty() {
    return days.isEmpty();
  }

  void add(int day, Outcome kind, String reason, long n) {
    at(day, kind).add(reason, n);
  }

  private Tally at(int day, Outcome kind) {
    Tally tally =
        days.computeIfAbsent(day, none -> new EnumMap<>(Outcome.class))
            .computeIfAbsent(kind, none -> new Tally());
    while (days.size() > StoreBounds.DAYS) {
      days.pollFirstEntry();
    }
    return tally;
  }

  void add(IntakeTally other) {
    other.days.forEach((day, kinds) -> kinds.forEach((kind, tally) -> at(day, kind).add(tally)));
  }

  void expire(Instant before) {
    days.headMap(Part.day(before.toEpochMilli())).clear();
  }

  /** Over all days. */
  Tally sum(Outcome kind) {
    Tally sum = new Tally();
    days.values().forEach(kinds -> sum.add(kinds.getOrDefault(kind, new Tally())));
    return sum;
  }

  void write(JsonWriter json) throws IOException {
    for (Map.Entry<Integer, Map<Outcome, Tally>> day : days.entrySet()) {
      json.name(day.getKey().toString()).beginObject();
      for (Map.Entry<Outcome, Tally> kind : day.getValue().entrySet()) {
        Lines.write(json, kind.getKey().key(), kind.getValue());
      }
      json.endObject();
    }
  }

  /** The rest of an object whose members are days. */
  static IntakeTally read(JsonReader json) throws IOException {
    IntakeTally tally = new IntakeTally();
    while (json.hasNext()) {
      int day = Integer.parseUnsignedInt(json.nextName());
      json.beginObject();
      while (json.hasNext()) {
        Outcome kind = Outcome.of(json.nextName());
        Lines.readInto(json, tally.at(day, kind));
      }
      json.endObject();
    }
    json.endObject();
    return tally;
  }
}
