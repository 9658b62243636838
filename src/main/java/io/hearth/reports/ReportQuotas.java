package io.hearth.reports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each person has sent within the last hour, on this node. In memory only: nothing kept tells
 * who sent a report, unless they said so. Whoever has sent nothing for an hour is forgotten.
 */
final class ReportQuotas {

  static final long MOST_BYTES = 40L << 20;
  private static final Duration SPAN = Duration.ofHours(1);
  private static final int MOST_PEOPLE = 10_000;

  private record Sent(Instant at, long bytes) {}

  private final Map<String, Deque<Sent>> people = new LinkedHashMap<>();
  private final Clock clock;

  ReportQuotas(Clock clock) {
    this.clock = clock;
  }

  /** Whether this person may send one more of so many bytes; if so it counts. */
  synchronized boolean take(String person, long bytes, int most) {
    Instant since = clock.instant().minus(SPAN);
    people
        .values()
        .forEach(
            sent -> {
              while (!sent.isEmpty() && !sent.peek().at().isAfter(since)) {
                sent.remove();
              }
            });
    people.values().removeIf(Deque::isEmpty);
    Deque<Sent> sent = people.getOrDefault(person, new ArrayDeque<>());
    long before = sent.stream().mapToLong(Sent::bytes).sum();
    boolean known = people.containsKey(person);
    if (sent.size() >= most
        || before + bytes > MOST_BYTES
        || (!known && people.size() >= MOST_PEOPLE)) {
      return false;
    }
    sent.add(new Sent(clock.instant(), bytes));
    people.put(person, sent);
    return true;
  }
}
