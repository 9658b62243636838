package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What all entries of a ZIP tell together, or those of one node. */
final class Told {

  record Data(
      LogTold.Data log,
      PauseTold.Data pauses,
      RequestTold.Data requests,
      long dumped,
      List<DumpTold.Data> dumps) {}

  private final Bounds bounds;
  private final LogTold log;
  private final PauseTold pauses;
  private final RequestTold requests;
  private final List<DumpTold> dumps = new ArrayList<>();
  private long dumped;

  Told(Bounds bounds) {
    this.bounds = bounds;
    this.log = new LogTold(bounds);
    this.pauses = new PauseTold(bounds.minutes());
    this.requests = new RequestTold(bounds);
  }

  LogTold log() {
    return log;
  }

  PauseTold pauses() {
    return pauses;
  }

  RequestTold requests() {
    return requests;
  }

  List<DumpTold> dumps() {
    return dumps;
  }

  /** Also of those that are not listed. */
  long dumped() {
    return dumped;
  }

  void dump(DumpTold dump) {
    dumped++;
    if (dumps.size() < bounds.dumps()) {
      dumps.add(dump);
    }
  }

  /** All but the dumps, which are told node by node. */
  void addAll(Told part) {
    log.addAll(part.log);
    pauses.addAll(part.pauses);
    requests.addAll(part.requests);
  }

  Data data() {
    return new Data(
        log.data(),
        pauses.data(),
        requests.data(),
        dumped,
        dumps.stream().map(DumpTold::data).toList());
  }

  void add(Data data, Claims claims, Bounds most) {
    log.add(data.log(), claims, most);
    pauses.add(data.pauses(), claims);
    requests.add(data.requests(), claims, most);
    dumped = claims.count(data.dumped());
    for (DumpTold.Data dump : claims.list(data.dumps(), most.dumps())) {
      dumps.add(DumpTold.of(dump, claims));
    }
  }

  boolean isEmpty() {
    return log.isEmpty() && pauses.isEmpty() && requests.isEmpty() && dumps.isEmpty();
  }

  /** All but the dumps; what nothing was told of is left out. */
  void write(JsonWriter json, int groups, List<LogTold.Share> shares) throws IOException {
    if (!log.isEmpty()) {
      log.write(json, groups, shares);
    }
    if (!pauses.isEmpty()) {
      pauses.write(json);
    }
    if (!requests.isEmpty()) {
      requests.write(json);
    }
  }
}
