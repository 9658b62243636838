package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What all entries of a ZIP tell together. */
final class Told {

  private static final int MOST_DUMPS = 20;

  private final LogTold log = new LogTold(LogTold.MOST_GROUPS, Minutes.MOST);
  private final PauseTold pauses = new PauseTold(Minutes.MOST);
  private final RequestTold requests = new RequestTold(Minutes.MOST);
  private final List<DumpTold> dumps = new ArrayList<>();

  LogTold log() {
    return log;
  }

  PauseTold pauses() {
    return pauses;
  }

  RequestTold requests() {
    return requests;
  }

  void dump(DumpTold dump) {
    if (dumps.size() < MOST_DUMPS) {
      dumps.add(dump);
    }
  }

  boolean isEmpty() {
    return log.isEmpty() && pauses.isEmpty() && requests.isEmpty() && dumps.isEmpty();
  }

  /** What nothing was told of is left out. */
  void write(JsonWriter json, int groups) throws IOException {
    json.beginObject();
    json.name("format").value("hearth-insight");
    json.name("formatVersion").value(1);
    if (!log.isEmpty()) {
      log.write(json, groups);
    }
    if (!pauses.isEmpty()) {
      pauses.write(json);
    }
    if (!requests.isEmpty()) {
      requests.write(json);
    }
    json.name("threadDumps").beginArray();
    for (DumpTold dump : dumps) {
      dump.write(json);
    }
    json.endArray().endObject();
  }
}
