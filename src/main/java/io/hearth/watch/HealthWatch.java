package io.hearth.watch;

import io.hearth.application.Background;
import io.hearth.application.Journal;
import io.hearth.cluster.Lease;
import io.hearth.collections.Cause;
import io.hearth.collections.StoredZip;
import io.hearth.collectors.Vitals;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the evidence when health turns bad on this node: looks each minute and orders a ZIP, at
 * most one in an hour in the cluster. The collection runs in the queue like any other.
 */
public final class HealthWatch implements AutoCloseable {

  static final Duration APART = Duration.ofHours(1);

  /** Makes the order; whether it was taken. */
  @FunctionalInterface
  public interface Keeper {
    boolean keep(Cause cause);
  }

  private final Supplier<WatchSettings> settings;
  private final Supplier<Vitals> vitals;
  private final Supplier<List<StoredZip>> stored;
  private final Lease lease;
  private final Keeper keeper;
  private final Clock clock;
  private final Journal journal;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Background.threads("hearth-health"));
  private Decline decline = new Decline();
  private Optional<Instant> kept = Optional.empty();

  public HealthWatch(
      Supplier<WatchSettings> settings,
      Supplier<Vitals> vitals,
      Supplier<List<StoredZip>> stored,
      Lease lease,
      Keeper keeper,
      Clock clock,
      Journal journal) {
    this.settings = settings;
    this.vitals = vitals;
    this.stored = stored;
    this.lease = lease;
    this.keeper = keeper;
    this.clock = clock;
    this.journal = journal;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::lookSafely, 1, 1, TimeUnit.MINUTES);
  }

  /** An exception would end the repetition; the next minute tries again. */
  private void lookSafely() {
    try {
      look();
    } catch (IOException | RuntimeException e) {
      journal.failed("watching the product's health", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void look() throws IOException, InterruptedException {
    WatchSettings now = settings.get();
    if (!now.on()) {
      decline = new Decline();
      return;
    }
    Optional<Cause> turned = decline.look(vitals.get(), now);
    if (turned.isPresent() && isLongAgo() && lease.take()) {
      keep(turned.get());
    }
  }

  /** Another node may have been first between our look and the lease. */
  private void keep(Cause cause) throws IOException {
    try {
      if (isLongAgo() && keeper.keep(cause)) {
        kept = Optional.of(clock.instant());
      }
    } finally {
      lease.release();
    }
  }

  private boolean isLongAgo() {
    Instant recent = clock.instant().minus(APART);
    boolean ours = kept.filter(recent::isBefore).isPresent();
    return !ours
        && stored.get().stream()
            .noneMatch(zip -> zip.cause().isPresent() && zip.createdAt().isAfter(recent));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
