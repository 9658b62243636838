package io.hearth.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked for often and changes seldom, as it was some seconds ago: another node may have
 * changed it, and asking the product each time would cost. A clock that was set back keeps nothing
 * alive.
 */
public final class Recent<T> {

  private record Read<T>(T value, Instant at) {}

  private final Supplier<T> source;
  private final Duration lasting;
  private final Clock clock;
  private volatile Optional<Read<T>> last = Optional.empty();

  public Recent(Supplier<T> source, Duration lasting, Clock clock) {
    this.source = source;
    this.lasting = lasting;
    this.clock = clock;
  }

  public T get() {
    Instant now = clock.instant();
    Optional<Read<T>> fresh =
        last.filter(read -> !now.isBefore(read.at()) && now.isBefore(read.at().plus(lasting)));
    return fresh.isPresent() ? fresh.get().value() : know(source.get());
  }

  /** What this node has just read or changed itself. */
  public T know(T value) {
    last = Optional.of(new Read<>(value, clock.instant()));
    return value;
  }

  public void forget() {
    last = Optional.empty();
  }
}
