package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Frequent.Counted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What logs tell: errors by the minute, starts and exceptions. */
final class LogTold {

  /** In the whole ZIP, and in one of the entries that are read at the same time. */
  static final int MOST_GROUPS = 500;

  static final int MOST_GROUPS_OF_ENTRY = 150;
  private static final int MOST_STARTS = 200;

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

  LogTold(int mostGroups, int mostMinutes) {
    this.exceptions = new Frequent<>(mostGroups);
    this.minutes = new Minutes(mostMinutes, Minutes.Column.SUM, Minutes.Column.SUM);
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
    if (starts.size() < MOST_STARTS) {
      starts.add(start);
    }
  }

  void exception(StackReader stack, long at) {
    thrown++;
    exceptions.count(stack.key(), stack::group).seen(at);
  }

  void addAll(LogTold part, String entry) {
    lines += part.lines;
    errors += part.errors;
    warnings += part.warnings;
    thrown += part.thrown;
    begun += part.begun;
    first = Times.first(first, part.first);
    last = Math.max(last, part.last);
    minutes.addAll(part.minutes);
    part.exceptions.first(Integer.MAX_VALUE).forEach(group -> group.detail.in(entry));
    exceptions.addAll(part.exceptions);
    part.starts.stream()
        .limit(Math.max(0, MOST_STARTS - starts.size()))
        .forEach(start -> starts.add(start.in(entry)));
  }

  boolean isEmpty() {
    return lines == 0 && thrown == 0;
  }

  void write(JsonWriter json, int groups) throws IOException {
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
    json.name("groups").beginArray();
    for (Counted<ExceptionGroup> group : exceptions.first(groups)) {
      group(json, group);
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

  private static void group(JsonWriter json, Counted<ExceptionGroup> counted) throws IOException {
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
    json.endObject();
  }
}
