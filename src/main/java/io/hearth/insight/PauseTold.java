package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the JVM's log of garbage collection tells, in its unified form: {@code
 * [2026-03-01T11:59:30.123+0000][12.3s][info][gc] GC(7) Pause Young (Normal) 800M->300M(8192M)
 * 12.345ms}. Only what stops all threads is a pause.
 */
final class PauseTold {

  private static final byte[] PAUSE = Line.word("Pause ");
  private static final byte[] MILLIS = Line.word("ms");
  private static final int WITHIN = 300;
  private static final int LONGEST_KIND = 60;
  private static final int MOST_KINDS = 30;

  /** No pause of a living JVM is longer than a day. */
  private static final long MOST_MICROS = 86_400_000_000L;

  private static final class Sum {
    long count;
    long micros;
    long longest;

    void add(Sum other) {
      count += other.count;
      micros += other.micros;
      longest = Math.max(longest, other.longest);
    }
  }

  /**
   * @param kinds of each the count, the sum and the longest
   */
  record Data(
      Map<String, long[]> kinds, long longestAt, String longestEntry, Minutes.Data minutes) {}

  private final Minutes minutes;
  private final Map<String, Sum> kinds = new TreeMap<>();
  private final Sum all = new Sum();
  private long longestAt = Times.NONE;
  private String longestEntry = "";

  PauseTold(int mostMinutes) {
    this.minutes =
        new Minutes(mostMinutes, Minutes.Column.SUM, Minutes.Column.SUM, Minutes.Column.MOST);
  }

  void line(Line line, Times times) {
    int name = line.find(PAUSE, 1, WITHIN);
    int end = line.length() - MILLIS.length;
    if (name < 0 || !line.has(end, MILLIS)) {
      return;
    }
    int blank = line.last(' ', end);
    long micros = micros(line, blank + 1, end);
    if (blank <= name || micros < 0 || micros > MOST_MICROS) {
      return;
    }
    Sum one = new Sum();
    one.count = 1;
    one.micros = micros;
    one.longest = micros;
    long at = times.sortable(line, 1);
    add(kind(line, name, blank), one, at);
    if (at != Times.NONE) {
      minutes.add(at, 1, micros, micros);
    }
  }

  private void add(String kind, Sum sum, long at) {
    if (all.count == 0 || sum.longest > all.longest) {
      longestAt = at;
    }
    all.add(sum);
    addKind(kind, sum);
  }

  /** More kinds than any collector has are one without a name. */
  private void addKind(String kind, Sum sum) {
    boolean room = kinds.containsKey(kind) || kinds.size() < MOST_KINDS;
    kinds.computeIfAbsent(room ? kind : "", fresh -> new Sum()).add(sum);
  }

  /** Whole milliseconds, a point, and as many digits as there are. */
  private static long micros(Line line, int from, int end) {
    int point = line.next('.', from);
    if (point >= end) {
      long whole = line.number(from, end);
      return whole < 0 ? whole : whole * 1000;
    }
    long whole = line.number(from, point);
    int digits = Math.min(end - point - 1, 3);
    long part = line.number(point + 1, point + 1 + digits);
    if (whole < 0 || part < 0) {
      return -1;
    }
    return whole * 1000 + part * (digits == 1 ? 100 : digits == 2 ? 10 : 1);
  }

  /** {@code Pause Young (Normal)}: words and the bracket behind them, if there is one. */
  private static String kind(Line line, int from, int end) {
    int stop = from + PAUSE.length;
    while (stop < end
        && (Character.isLetter(line.at(stop))
            || (line.at(stop) == ' ' && Character.isLetter(line.at(stop + 1))))) {
      stop++;
    }
    boolean bracket = line.at(stop) == ' ' && line.at(stop + 1) == '(';
    int close = line.next(')', stop);
    return line.text(from, bracket && close < end ? close + 1 : stop, LONGEST_KIND);
  }

  PauseTold in(String entry) {
    longestEntry = entry;
    return this;
  }

  void addAll(PauseTold part) {
    if (part.all.count == 0) {
      return;
    }
    boolean longer = all.count == 0 || part.all.longest > all.longest;
    all.add(part.all);
    if (longer) {
      longestAt = part.longestAt;
      longestEntry = part.longestEntry;
    }
    part.kinds.forEach(this::addKind);
    minutes.addAll(part.minutes);
  }

  Data data() {
    Map<String, long[]> sums = new TreeMap<>();
    kinds.forEach((kind, sum) -> sums.put(kind, new long[] {sum.count, sum.micros, sum.longest}));
    return new Data(sums, longestAt, longestEntry, minutes.data());
  }

  void add(Data data, Claims claims) {
    // One more than are told apart has no name.
    Claims.require(data.kinds().size() <= MOST_KINDS + 1);
    for (Map.Entry<String, long[]> kind : data.kinds().entrySet()) {
      long[] numbers = kind.getValue();
      Claims.require(numbers.length == 3);
      Sum sum = new Sum();
      sum.count = claims.count(numbers[0]);
      sum.micros = claims.count(numbers[1]);
      sum.longest = claims.count(numbers[2]);
      all.add(sum);
      addKind(claims.text(kind.getKey()), sum);
    }
    longestAt = claims.time(data.longestAt());
    longestEntry = claims.entry(data.longestEntry());
    minutes.add(data.minutes(), claims);
  }

  boolean isEmpty() {
    return all.count == 0;
  }

  void write(JsonWriter json) throws IOException {
    json.name("pauses").beginObject();
    sum(json, all);
    json.name("longestAt").value(Times.text(longestAt));
    json.name("entry").value(longestEntry);
    json.name("kinds").beginArray();
    for (Map.Entry<String, Sum> kind : kinds.entrySet()) {
      json.beginObject();
      json.name("kind").value(kind.getKey());
      sum(json, kind.getValue());
      json.endObject();
    }
    json.endArray();
    minutes.write(json);
    json.endObject();
  }

  private static void sum(JsonWriter json, Sum sum) throws IOException {
    json.name("count").value(sum.count);
    json.name("totalMicros").value(sum.micros);
    json.name("longestMicros").value(sum.longest);
  }
}
