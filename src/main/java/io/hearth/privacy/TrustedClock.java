package io.hearth.privacy;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether the clock may be used to decide what is old. A clock that leaps ahead would make
 * everything old at once, so after a leap, or a long time without a look, nothing is deleted until
 * the clock has run evenly for a day or a person says that it is right. A clock that goes back
 * makes nothing old and is believed at once.
 */
final class TrustedClock {

  /** The clock is right, or not known to be. */
  sealed interface Verdict {}

  record Right(Instant now) implements Verdict {}

  /**
   * @param last when the clock was believed last; empty when it never was
   * @param until when it will be, if it runs evenly
   */
  record Doubtful(Optional<Instant> last, Instant until) implements Verdict {}

  static final Duration LEAP = Duration.ofDays(3);
  static final Duration STEADY = Duration.ofDays(1);
  private static final Duration SLACK = Duration.ofMinutes(5);
  private static final String FILE = "clock.json";
  private static final Gson GSON = new Gson();

  private record Kept(String believed) {}

  private record Doubt(Instant since, long nanos) {}

  private final Supplier<PrivateFolder> folder;
  private final LongSupplier nanos;
  private Optional<Doubt> doubt = Optional.empty();

  TrustedClock(Supplier<PrivateFolder> folder, LongSupplier nanos) {
    this.folder = folder;
    this.nanos = nanos;
  }

  /**
   * @param differ how far the clocks of other nodes are from this one's
   */
  synchronized Verdict look(Instant now, Duration differ) throws IOException {
    Optional<Instant> last = believed();
    boolean leapt = last.isEmpty() || now.isAfter(last.get().plus(LEAP));
    if (!leapt && differ.compareTo(SLACK) <= 0) {
      believe(now);
      return new Right(now);
    }
    Doubt since = doubt.filter(one -> runsEvenly(one, now)).orElseGet(() -> begun(now));
    doubt = Optional.of(since);
    boolean steady = !now.isBefore(since.since().plus(STEADY));
    if (steady && differ.compareTo(SLACK) <= 0) {
      believe(now);
      return new Right(now);
    }
    return new Doubtful(last, since.since().plus(STEADY));
  }

  private Doubt begun(Instant now) {
    return new Doubt(now, nanos.getAsLong());
  }

  /** Against a counter of the machine that no change of a clock moves. */
  private boolean runsEvenly(Doubt begun, Instant now) {
    Duration told = Duration.between(begun.since(), now);
    Duration ran = Duration.ofNanos(nanos.getAsLong() - begun.nanos());
    return told.minus(ran).abs().compareTo(SLACK) <= 0;
  }

  /** As when a person has looked at the clock. */
  synchronized void believe(Instant now) throws IOException {
    folder.get().write(FILE, GSON.toJson(new Kept(now.toString())));
    doubt = Optional.empty();
  }

  private Optional<Instant> believed() {
    try {
      return Optional.of(
          Instant.parse(GSON.fromJson(folder.get().read(FILE), Kept.class).believed()));
    } catch (IOException | JsonParseException | DateTimeException | NullPointerException none) {
      return Optional.empty();
    }
  }
}
