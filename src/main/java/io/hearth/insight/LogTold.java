package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Frequent.Counted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What logs tell: errors by the minute, starts and exceptions. */
final class LogTold {

  /** What one of several nodes told. */
  record Share(String node, LogTold log) {}

  record Data(
      long lines,
      long errors,
      long warnings,
      long thrown,
      long begun,
      long first,
      long last,
      Minutes.Data minutes,
      List<Start> starts,
      Frequent.Data<ExceptionGroup.Data> exceptions) {}

  private final int mostStarts;
  private final Minutes minutes;
  private final Frequent<ExceptionGroup> exceptions;
  private final List<Start> starts = new ArrayList<>();
  private long lines;
  private long errors;
  private long warnings;
  private long thrown;
  private long begun;
  private long first = Times.NONE;
  private long last = Times.NONE;

  LogTold(Bounds bounds) {
    this.mostStarts = bounds.starts();
    this.exceptions = new Frequent<>(bounds.groups());
    this.minutes = new Minutes(bounds.minutes(), Minutes.Column.SUM, Minutes.Column.SUM);
  }

  void line(long at, boolean error, boolean warning) {
    lines++;
    first = Times.first(first, at);
    last = Math.max(last, at);
    if (error) {
      errors++;
      minutes.add(at, 1, 0);
    } else if (warning) {
      warnings++;
      minutes.add(at, 0, 1);
    }
  }

  void start(Start start) {
    begun++;
    if (starts.size() < mostStarts) {
      starts.add(start);
    }
  }

  void exception(StackReader stack, long at) {
    thrown++;
    exceptions.count(stack.key(), stack::group).seen(at);
  }

  /** All of it stands in this entry. */
  LogTold in(String entry) {
    exceptions.first(Integer.MAX_VALUE).forEach(group -> group.detail.in(entry));
    starts.replaceAll(start -> start.in(entry));
    return this;
  }

  void addAll(LogTold part) {
    lines += part.lines;
    errors += part.errors;
    warnings += part.warnings;
    thrown += part.thrown;
    begun += part.begun;
    first = Times.first(first, part.first);
    last = Math.max(last, part.last);
    minutes.addAll(part.minutes);
    exceptions.addAll(part.exceptions);
    part.starts.stream().limit(Math.max(0, mostStarts - starts.size())).forEach(starts::add);
  }

  Data data() {
    return new Data(
        lines,
        errors,
        warnings,
        thrown,
        begun,
        first,
        last,
        minutes.data(),
        starts,
        exceptions.data(ExceptionGroup::data));
  }

  void add(Data data, Claims claims, Bounds most) {
    lines = claims.count(data.lines());
    errors = claims.count(data.errors());
    warnings = claims.count(data.warnings());
    thrown = claims.count(data.thrown());
    begun = claims.count(data.begun());
    first = claims.time(data.first());
    last = claims.time(data.last());
    minutes.add(data.minutes(), claims);
    for (Start start : claims.list(data.starts(), most.starts())) {
      starts.add(start.moved(claims));
    }
    exceptions.add(data.exceptions(), claims, group -> ExceptionGroup.of(group, claims));
  }

  boolean isEmpty() {
    return lines == 0 && thrown == 0;
  }

  void write(JsonWriter json, int groups, List<Share> shares) throws IOException {
    json.name("log").beginObject();
    json.name("lines").value(lines);
    json.name("errors").value(errors);
    json.name("warnings").value(warnings);
    json.name("from").value(Times.text(first));
    json.name("until").value(Times.text(last));
    minutes.write(json);
    json.endObject();
    starts(json);
    json.name("exceptions").beginObject();
    json.name("count").value(thrown);
    List<Counted<ExceptionGroup>> listed = exceptions.first(groups);
    long seen = listed.stream().mapToLong(group -> group.seen).sum();
    json.name("notListed").value(Math.max(0, thrown - seen));
    json.name("groups").beginArray();
    for (Counted<ExceptionGroup> group : listed) {
      group(json, group, shares);
    }
    json.endArray().endObject();
  }

  private void starts(JsonWriter json) throws IOException {
    List<Start> inOrder = new ArrayList<>(starts);
    inOrder.sort(Comparator.comparingLong(Start::at));
    json.name("starts").beginObject();
    json.name("count").value(begun);
    json.name("listed").beginArray();
    for (Start start : inOrder) {
      json.beginObject();
      json.name("at").value(Times.text(start.at()));
      json.name("what").value(start.what());
      json.name("entry").value(start.entry());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private static void group(JsonWriter json, Counted<ExceptionGroup> counted, List<Share> shares)
      throws IOException {
    ExceptionGroup group = counted.detail;
    json.beginObject();
    json.name("type").value(group.type);
    json.name("message").value(group.message);
    json.name("cause").value(group.cause);
    json.name("culprit").value(group.culprit);
    json.name("count").value(counted.seen);
    json.name("atMost").value(counted.atMost());
    json.name("first").value(Times.text(group.first()));
    json.name("last").value(Times.text(group.last()));
    json.name("entry").value(group.entry());
    json.name("sample").value(group.sample);
    if (!shares.isEmpty()) {
      json.name("nodes").beginArray();
      for (Share share : shares) {
        share(json, share, counted.key);
      }
      json.endArray();
    }
    json.endObject();
  }

  /** On which nodes it was seen, how often and when. */
  private static void share(JsonWriter json, Share share, long key) throws IOException {
    Optional<Counted<ExceptionGroup>> seen = share.log().exceptions.find(key);
    if (seen.isPresent()) {
      json.beginObject();
      json.name("node").value(share.node());
      json.name("count").value(seen.get().seen);
      json.name("first").value(Times.text(seen.get().detail.first()));
      json.name("last").value(Times.text(seen.get().detail.last()));
      json.endObject();
    }
  }
}
