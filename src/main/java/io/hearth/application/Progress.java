package io.hearth.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far one collection is. The working thread writes, any thread takes a snapshot. */
public final class Progress {

  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  public enum Phase {
    PLANNING,
    LEARNING,
    WRITING,
    /** Others are waited for, and their parts put in. */
    GATHERING,
    FINISHING
  }

  /** The progress at one moment; the outcome is there once the state is {@code DONE}. */
  public record Snapshot(
      State state,
      Phase phase,
      long filesDone,
      long filesTotal,
      long bytesRead,
      long bytesExpected,
      long zipBytes,
      String currentItem,
      Duration elapsed,
      Optional<Outcome> outcome) {}

  private record End(State state, Instant at, Optional<Outcome> outcome) {}

  private final Clock clock;
  private final Instant started;
  private final AtomicLong filesDone = new AtomicLong();
  private final AtomicLong bytesRead = new AtomicLong();
  private final AtomicLong zipBytes = new AtomicLong();
  private volatile long filesTotal;
  private volatile long bytesExpected;
  private volatile Phase phase = Phase.PLANNING;
  private volatile String currentItem = "";
  private volatile Optional<End> end = Optional.empty();

  Progress(Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  public Snapshot snapshot() {
    Optional<End> ended = end;
    return new Snapshot(
        ended.map(End::state).orElse(State.RUNNING),
        phase,
        filesDone.get(),
        filesTotal,
        bytesRead.get(),
        bytesExpected,
        zipBytes.get(),
        currentItem,
        Duration.between(started, ended.map(End::at).orElseGet(clock::instant)),
        ended.flatMap(End::outcome));
  }

  Instant started() {
    return started;
  }

  /** Empty while it runs. */
  Optional<Instant> ended() {
    return end.map(End::at);
  }

  void planned(long files, long bytes) {
    filesTotal = files;
    bytesExpected = bytes;
  }

  void enter(Phase next) {
    phase = next;
    currentItem = "";
  }

  void at(String item) {
    currentItem = item;
  }

  void read(long bytes) {
    bytesRead.addAndGet(bytes);
  }

  void fileDone() {
    filesDone.incrementAndGet();
  }

  void sent(long bytes) {
    zipBytes.addAndGet(bytes);
  }

  void ended(State state, Optional<Outcome> outcome) {
    currentItem = "";
    end = Optional.of(new End(state, clock.instant(), outcome));
  }
}
