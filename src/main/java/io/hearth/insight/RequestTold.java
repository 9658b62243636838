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

    @Override
    public Asked copy() {
      Asked copy = new Asked(name);
      copy.absorb(this);
      return copy;
    }

    AskedData data() {
      return new AskedData(name, millis, longest, failed);
    }

    static Asked of(AskedData data, Claims claims) {
      Asked asked = new Asked(claims.text(data.name()));
      asked.millis = claims.count(data.millis());
      asked.longest = claims.count(data.longest());
      asked.failed = claims.count(data.failed());
      return asked;
    }
  }

  record AskedData(String name, long millis, long longest, long failed) {}

  private record Slow(long millis, long at, int status, String request, String user, String entry) {
    Slow in(String name) {
      return new Slow(millis, at, status, request, user, name);
    }

    Slow moved(Claims claims) {
      return new Slow(
          claims.count(millis),
          claims.time(at),
          (int) claims.count(status),
          claims.text(request),
          claims.text(user),
          claims.entry(entry));
    }
  }

  record Data(
      long count,
      long unitKnown,
      long[] statuses,
      Durations.Data durations,
      Minutes.Data minutes,
      List<Slow> slowest,
      Frequent.Data<AskedData> paths,
      Frequent.Data<AskedData> users) {}

  private final int listed;
  private final Minutes minutes;
  private final Frequent<Asked> paths;
  private final Frequent<Asked> users;
  private final PriorityQueue<Slow> slowest =
      new PriorityQueue<>(Comparator.comparingLong(Slow::millis));
  private final Durations durations = new Durations();
  private final long[] statuses = new long[6];
  private final PathShape shape = new PathShape();
  private final Hash hash = new Hash();
  private long count;
  private long unitKnown;

  RequestTold(Bounds bounds) {
    this.listed = bounds.listed();
    this.minutes = new Minutes(bounds.minutes(), Minutes.Column.SUM, Minutes.Column.SUM);
    this.paths = new Frequent<>(bounds.counted());
    this.users = new Frequent<>(bounds.counted());
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
    if (slowest.size() < listed || request.millis > slowest.element().millis()) {
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
    if (slowest.size() > listed) {
      slowest.remove();
    }
  }

  /** All of it stands in this entry. */
  RequestTold in(String entry) {
    List<Slow> named = slowest.stream().map(slow -> slow.in(entry)).toList();
    slowest.clear();
    slowest.addAll(named);
    return this;
  }

  Data data() {
    return new Data(
        count,
        unitKnown,
        statuses,
        durations.data(),
        minutes.data(),
        List.copyOf(slowest),
        paths.data(Asked::data),
        users.data(Asked::data));
  }

  void add(Data data, Claims claims, Bounds most) {
    count = claims.count(data.count());
    unitKnown = claims.count(data.unitKnown());
    Claims.require(data.statuses().length == statuses.length);
    for (int hundred = 0; hundred < statuses.length; hundred++) {
      statuses[hundred] = claims.count(data.statuses()[hundred]);
    }
    durations.add(data.durations(), claims);
    minutes.add(data.minutes(), claims);
    claims.list(data.slowest(), most.listed()).forEach(slow -> slowest.add(slow.moved(claims)));
    paths.add(data.paths(), claims, asked -> Asked.of(asked, claims));
    users.add(data.users(), claims, asked -> Asked.of(asked, claims));
  }

  void addAll(RequestTold part) {
    count += part.count;
    unitKnown += part.unitKnown;
    for (int hundred = 0; hundred < statuses.length; hundred++) {
      statuses[hundred] += part.statuses[hundred];
    }
    durations.addAll(part.durations);
    minutes.addAll(part.minutes);
    paths.addAll(part.paths);
    users.addAll(part.users);
    part.slowest.forEach(this::keep);
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

  private void asked(JsonWriter json, String list, String name, Frequent<Asked> all, long unit)
      throws IOException {
    json.name(list).beginArray();
    for (Counted<Asked> counted : all.first(listed)) {
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
