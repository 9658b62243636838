package io.hearth.collectors;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the errors of the last minutes of a log while its lines go by.
 *
 * <p>All three products begin a line with {@code 2026-03-01 11:59:30,123}, Jira with a zone behind
 * it. The time is compared with other lines of the same log only, so its zone does not matter, and
 * a log of a product that is down is measured by its own end.
 */
final class ErrorTally {

  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int STAMP = "2026-03-01 11:59:30".length();
  private static final int HEAD = 2000;
  private static final int MOST_SOURCES = 5;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  /** The level stands alone between blanks, behind the time and perhaps a thread and a user. */
  private static final Pattern ERROR = Pattern.compile("\\s(?:ERROR|FATAL)\\s");

  /** A class as loggers write it, its packages perhaps shortened to their first letters. */
  private static final Pattern SOURCE = Pattern.compile("\\b((?:[a-z]\\w*\\.)+[A-Z]\\w*)");

  private record Failure(LocalDateTime at, String source) {}

  /**
   * @param minutes that were looked at, at least one
   * @param until the time of the newest line, as the log writes it
   * @param sources the classes that told of most errors, with their number, the most first
   */
  record Tally(long errors, long minutes, Map<String, Long> sources, String until) {
    double perMinute() {
      return (double) errors / minutes;
    }
  }

  private final Deque<Failure> failures = new ArrayDeque<>();
  private Optional<LocalDateTime> first = Optional.empty();
  private Optional<LocalDateTime> last = Optional.empty();

  void add(String line) {
    Optional<LocalDateTime> at = time(line);
    if (at.isEmpty()) {
      return;
    }
    first = first.or(() -> at);
    // Lines of several threads are not quite in order.
    last = last.filter(known -> known.isAfter(at.get())).or(() -> at);
    LocalDateTime since = last.get().minus(WINDOW);
    while (!failures.isEmpty() && failures.peekFirst().at().isBefore(since)) {
      failures.removeFirst();
    }
    String head = line.substring(STAMP, Math.min(line.length(), HEAD));
    Matcher error = ERROR.matcher(head);
    if (error.find() && !at.get().isBefore(since)) {
      failures.addLast(new Failure(at.get(), source(head.substring(error.end()))));
    }
  }

  /** Empty when no line had a time. */
  Optional<Tally> result() {
    return last.map(
        until -> {
          Duration covered = Duration.between(first.orElse(until), until);
          Duration looked = covered.compareTo(WINDOW) < 0 ? covered : WINDOW;
          return new Tally(
              failures.size(), Math.max(1, looked.toMinutes()), sources(), TIME.format(until));
        });
  }

  private Map<String, Long> sources() {
    Map<String, Long> all = new TreeMap<>();
    failures.forEach(failure -> all.merge(failure.source(), 1L, Long::sum));
    Map<String, Long> most = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_SOURCES)
        .forEach(one -> most.put(one.getKey(), one.getValue()));
    return most;
  }

  private static Optional<LocalDateTime> time(String line) {
    if (line.length() < STAMP || !Character.isDigit(line.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(line.substring(0, STAMP), TIME));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  private static String source(String rest) {
    Matcher source = SOURCE.matcher(rest);
    return source.find() ? source.group(1) : "unknown";
  }
}
