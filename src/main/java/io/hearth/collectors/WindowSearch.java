package io.hearth.collectors;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the part of a log that holds the lines of a time, by bisection: of a log of gigabytes some
 * hundred kilobytes are read, and the lines of the minutes around both ends.
 *
 * <p>Lines of several threads are not quite in order, and a clock that is put back repeats an hour.
 * Bisection finds some place at which time passes a limit; every line before it is at most {@link
 * #DISORDER} later than the limit. So the search is for limits that lie so much further out, and
 * the exact ends are found line by line between. Whether the log keeps to that is looked at in many
 * places; one that does not, as after a clock was days ahead, is read as a whole. See
 * docs/decisions/0112.
 */
final class WindowSearch {

  static final Duration DISORDER = Duration.ofMinutes(10);

  /** What is read at once anyway. */
  private static final long SMALL = 1L << 20;

  private static final long CLOSE_ENOUGH = 64 * 1024;
  private static final int PROBE = 8 * 1024;

  /** Behind a place in the log; a longer piece without any time is no log that can be searched. */
  private static final long LONGEST_PROBE = 1L << 20;

  private static final int SAMPLES = 48;

  /**
   * From the first line of the time to behind the last.
   *
   * @param exact whether {@code start} and {@code end} are these; otherwise it is the whole log, of
   *     which any line may be wanted
   */
  record Region(long start, long end, boolean exact) {
    long bytes() {
      return end - start;
    }

    boolean empty() {
      return start == end;
    }
  }

  /** A line before a limit, or the start of the log, and one behind it, or its end. */
  private record Bounds(long low, long high) {}

  private record Dated(long offset, LineTime time) {}

  private final SeekableByteChannel log;
  private final long size;
  private final TimeWindow window;
  private final ZoneId zone;
  private final LineTimes times;
  private final List<Dated> seen = new ArrayList<>();
  private boolean lost;

  private WindowSearch(
      SeekableByteChannel log, long size, TimeWindow window, ZoneId zone, boolean access) {
    this.log = log;
    this.size = size;
    this.window = window;
    this.zone = zone;
    this.times = new LineTimes(zone, access);
  }

  /** Up to {@code size}; afterwards the channel stands anywhere. */
  static Region in(
      SeekableByteChannel log, long size, TimeWindow window, ZoneId zone, boolean access)
      throws IOException {
    return new WindowSearch(log, size, window, zone, access).find();
  }

  private Region find() throws IOException {
    Optional<Dated> first = probe(0);
    if (first.isEmpty() || first.get().offset() > WindowStream.MOST_HELD) {
      return whole();
    }
    long low = 0;
    long high = size;
    long lastLow = 0;
    if (size > SMALL) {
      for (int n = 1; n <= SAMPLES; n++) {
        probe(size / (SAMPLES + 1) * n);
      }
      if (window.from().isPresent()) {
        long before = window.fromMillis() - margin(window.from().get());
        low = bisect(time -> time.latest() < before).low();
      }
      if (window.to().isPresent()) {
        long margin = margin(window.to().get());
        high = bisect(time -> time.earliest() < window.toMillis() + margin).high();
        lastLow = bisect(time -> time.earliest() < window.toMillis() - margin).low();
      }
    }
    if (lost || disordered()) {
      return whole();
    }
    Optional<Long> start = firstHeld(low, high);
    if (start.isEmpty()) {
      return new Region(high, high, true);
    }
    long end = endOfLastHeld(Math.max(start.get(), lastLow), high);
    return new Region(start.get() == first.get().offset() ? 0 : start.get(), end, true);
  }

  private Region whole() {
    return new Region(0, size, false);
  }

  /** How much further out a limit is searched for. */
  private long margin(Instant limit) {
    return DISORDER.plus(repeated(limit)).toMillis();
  }

  /** What the clocks of the zone repeat around this moment. */
  private Duration repeated(Instant limit) {
    Duration day = Duration.ofDays(1);
    return Optional.ofNullable(zone.getRules().nextTransition(limit.minus(day)))
        .filter(ZoneOffsetTransition::isOverlap)
        .filter(overlap -> overlap.getInstant().isBefore(limit.plus(day)))
        .map(overlap -> overlap.getDuration().abs())
        .orElse(Duration.ZERO);
  }

  private Bounds bisect(Predicate<LineTime> before) throws IOException {
    long low = 0;
    long high = size;
    long probed = size;
    while (!lost && probed - low > CLOSE_ENOUGH) {
      long middle = low + (probed - low) / 2;
      Optional<Dated> line = probe(middle);
      if (line.isEmpty() || line.get().offset() >= high) {
        probed = middle;
      } else if (before.test(line.get().time())) {
        low = line.get().offset();
      } else {
        high = line.get().offset();
        probed = middle;
      }
    }
    return new Bounds(low, high);
  }

  /** The first line with a time that begins there or later. */
  private Optional<Dated> probe(long place) throws IOException {
    long from = Math.max(0, place - 1);
    Lines lines = new Lines(from, Math.min(size, from + LONGEST_PROBE), PROBE);
    Optional<Dated> line = lines.next(place);
    line.ifPresent(seen::add);
    lost |= line.isEmpty() && from + LONGEST_PROBE < size;
    return line;
  }

  /**
   * Whether a line was seen that is further before an earlier one than threads and zones explain.
   */
  private boolean disordered() {
    seen.sort(Comparator.comparingLong(Dated::offset));
    long latest = Long.MIN_VALUE;
    for (Dated line : seen) {
      if (line.time().latest() + DISORDER.toMillis() < latest) {
        return true;
      }
      latest = Math.max(latest, line.time().earliest());
    }
    return false;
  }

  private Optional<Long> firstHeld(long from, long to) throws IOException {
    Lines lines = new Lines(from, to, (int) CLOSE_ENOUGH);
    Optional<Dated> line = lines.next(from);
    while (line.isPresent() && !window.holds(line.get().time())) {
      line = lines.next(from);
    }
    return line.map(Dated::offset);
  }

  /** With the lines without a time that belong to it. */
  private long endOfLastHeld(long from, long to) throws IOException {
    Lines lines = new Lines(from, to, (int) CLOSE_ENOUGH);
    long end = to;
    boolean held = false;
    for (Optional<Dated> line = lines.next(from); line.isPresent(); line = lines.next(from)) {
      boolean now = window.holds(line.get().time());
      if (held && !now) {
        end = line.get().offset();
      } else if (now) {
        end = to;
      }
      held = now;
    }
    return end;
  }

  /** The lines with a time of a part of the log, one after the other. */
  private final class Lines {

    private final long from;
    private final LineHeads heads;

    Lines(long from, long to, int buffer) throws IOException {
      log.position(from);
      this.from = from;
      this.heads = new LineHeads(new ChannelStream(log, to), buffer);
    }

    Optional<Dated> next(long notBefore) throws IOException {
      while (heads.next()) {
        long offset = from + heads.offset();
        if (heads.begins() && offset >= notBefore) {
          Optional<LineTime> time = times.of(heads.bytes(), heads.from(), heads.length());
          if (time.isPresent()) {
            return Optional.of(new Dated(offset, time.get()));
          }
        }
      }
      return Optional.empty();
    }
  }
}
