package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import io.hearth.insight.Frequent.Counted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What access logs tell: how many, how slow, which pages and, by their pseudonyms, whose. */
final class RequestTold {

  private static final int MOST_COUNTED = 500;
  private static final int LISTED = 50;
  private static final int LONGEST_PATH = 300;
  private static final int LONGEST_USER = 100;

  /**
   * The half of all requests that is fast takes some milliseconds. Tomcat 10 counts in microseconds
   * where Tomcat 9 counted in milliseconds, and the line does not tell which.
   */
  private static final long IMPLAUSIBLE_MEDIAN = 5000;

  /** What one page or one person asked for. */
  static final class Asked implements Frequent.Detail<Asked> {
    final String name;
    long millis;
    long longest;
    long failed;

    Asked(String name) {
      this.name = name;
    }

    void add(Request request) {
      millis += request.millis;
      longest = Math.max(longest, request.millis);
      failed += request.status >= 500 ? 1 : 0;
    }

    @Override
    public void absorb(Asked later) {
      millis += later.millis;
      longest = Math.max(longest, later.longest);
      failed += later.failed;
    }
  }

  private record Slow(long millis, long at, int status, String request, String user, String entry) {
    Slow in(String name) {
      return new Slow(millis, at, status, request, user, name);
    }
  }

  private final Minutes minutes;
  private final Frequent<Asked> paths = new Frequent<>(MOST_COUNTED);
  private final Frequent<Asked> users = new Frequent<>(MOST_COUNTED);
  private final PriorityQueue<Slow> slowest =
      new PriorityQueue<>(Comparator.comparingLong(Slow::millis));
  private final Durations durations = new Durations();
  private final long[] statuses = new long[6];
  private final PathShape shape = new PathShape();
  private final Hash hash = new Hash();
  private long count;
  private long unitKnown;

  RequestTold(int mostMinutes) {
    this.minutes = new Minutes(mostMinutes, Minutes.Column.SUM, Minutes.Column.SUM);
  }

  void add(Line line, Request request) {
    count++;
    unitKnown += request.unitKnown ? 1 : 0;
    statuses[request.status / 100]++;
    durations.add(request.millis);
    minutes.add(request.at, 1, request.status >= 500 ? 1 : 0);
    shape.of(line, request.from, request.pathEnd);
    paths.count(shape.key(), () -> new Asked(shape.text())).add(request);
    if (!request.anonymous(line)) {
      hash.clear();
      hash.add(line, request.userFrom, request.userEnd);
      users.count(hash.value(), () -> new Asked(user(line, request))).add(request);
    }
    if (slowest.size() < LISTED || request.millis > slowest.element().millis()) {
      keep(
          new Slow(
              request.millis,
              request.at,
              request.status,
              line.text(request.from, request.pathEnd, LONGEST_PATH),
              request.anonymous(line) ? "" : user(line, request),
              ""));
    }
  }

  private static String user(Line line, Request request) {
    return line.text(request.userFrom, request.userEnd, LONGEST_USER);
  }

  private void keep(Slow slow) {
    slowest.add(slow);
    if (slowest.size() > LISTED) {
      slowest.remove();
    }
  }

  void addAll(RequestTold part, String entry) {
    count += part.count;
    unitKnown += part.unitKnown;
    for (int hundred = 0; hundred < statuses.length; hundred++) {
      statuses[hundred] += part.statuses[hundred];
    }
    durations.addAll(part.durations);
    minutes.addAll(part.minutes);
    paths.addAll(part.paths);
    users.addAll(part.users);
    part.slowest.forEach(slow -> keep(slow.in(entry)));
  }

  boolean isEmpty() {
    return count == 0;
  }

  void write(JsonWriter json) throws IOException {
    boolean micros = unitKnown < count && durations.within(0.5) > IMPLAUSIBLE_MEDIAN;
    long unit = micros ? 1000 : 1;
    json.name("requests").beginObject();
    json.name("count").value(count);
    json.name("takenForMicroseconds").value(micros);
    json.name("statuses").beginObject();
    for (int hundred = 1; hundred < statuses.length; hundred++) {
      json.name(hundred + "xx").value(statuses[hundred]);
    }
    json.endObject();
    json.name("millis").beginObject();
    json.name("p50").value(durations.within(0.5) / unit);
    json.name("p95").value(durations.within(0.95) / unit);
    json.name("longest").value(durations.longest() / unit);
    json.endObject();
    minutes.write(json);
    slowest(json, unit);
    asked(json, "paths", "path", paths, unit);
    asked(json, "users", "user", users, unit);
    json.endObject();
  }

  private void slowest(JsonWriter json, long unit) throws IOException {
    List<Slow> sorted = new ArrayList<>(slowest);
    sorted.sort(
        Comparator.comparingLong(Slow::millis)
            .reversed()
            .thenComparing(Slow::at)
            .thenComparing(Slow::request));
    json.name("slowest").beginArray();
    for (Slow slow : sorted) {
      json.beginObject();
      json.name("millis").value(slow.millis() / unit);
      json.name("at").value(Times.text(slow.at()));
      json.name("status").value(slow.status());
      json.name("request").value(slow.request());
      json.name("user").value(slow.user());
      json.name("entry").value(slow.entry());
      json.endObject();
    }
    json.endArray();
  }

  private static void asked(
      JsonWriter json, String list, String name, Frequent<Asked> all, long unit)
      throws IOException {
    json.name(list).beginArray();
    for (Counted<Asked> counted : all.first(LISTED)) {
      Asked asked = counted.detail;
      json.beginObject();
      json.name(name).value(asked.name);
      json.name("count").value(counted.seen);
      json.name("atMost").value(counted.atMost());
      json.name("totalMillis").value(asked.millis / unit);
      json.name("longestMillis").value(asked.longest / unit);
      json.name("failed").value(asked.failed);
      json.endObject();
    }
    json.endArray();
  }
}
