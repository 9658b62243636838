package io.hearth.privacy;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.cluster.Lease;
import io.hearth.cluster.Nodes;
import io.hearth.privacy.Deletions.Receipt;
import io.hearth.privacy.TrustedClock.Doubtful;
import io.hearth.privacy.TrustedClock.Right;
import io.hearth.privacy.TrustedClock.Verdict;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Deletes what is older than its kind may be, on one node at a time, for all nodes; see decision
 * 0100.
 */
public final class RetentionJob {

  /** When it last deleted, on whichever node, and what. */
  public record Run(Instant at, Map<String, Long> went) {}

  /**
   * Nothing is deleted, as the clock may be wrong.
   *
   * @param last when it was believed last
   * @param until when it will be, if it runs evenly
   */
  public record Doubt(Optional<Instant> last, Instant until) {}

  private record Kept(String at, Map<String, Long> went) {}

  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration SETTLES = Duration.ofSeconds(3);
  private static final Duration EVERY = Duration.ofDays(1);
  private static final String FILE = "retention.json";
  private static final Gson GSON = new Gson();

  private final Supplier<List<DataKind>> kinds;
  private final Nodes nodes;
  private final Deletions deletions;
  private final Clock clock;
  private final Lease lease;
  private final TrustedClock trusted;
  private final Consumer<Receipt> receipts;
  private final Supplier<PrivateFolder> folder;
  private volatile Optional<Doubt> doubt = Optional.empty();

  /**
   * @param hearth the app's folder in the shared home
   * @param receipts told of what went, if anything did
   */
  public RetentionJob(
      Supplier<PrivateFolder> hearth,
      Supplier<List<DataKind>> kinds,
      Nodes nodes,
      Deletions deletions,
      Clock clock,
      LongSupplier nanos,
      Lease.Pause pause,
      Consumer<Receipt> receipts) {
    this.kinds = kinds;
    this.nodes = nodes;
    this.deletions = deletions;
    this.clock = clock;
    this.receipts = receipts;
    this.folder = () -> hearth.get().below("privacy");
    this.lease = new Lease(folder, "lease.txt", nodes::own, LEASE, SETTLES, nanos, pause);
    this.trusted = new TrustedClock(folder, nanos);
  }

  /** Empty as long as the clock is believed, and on nodes that did not look. */
  public Optional<Doubt> doubt() {
    return doubt;
  }

  public Optional<Run> last() {
    try {
      Kept kept = GSON.fromJson(folder.get().read(FILE), Kept.class);
      return Optional.of(new Run(Instant.parse(kept.at()), new TreeMap<>(kept.went())));
    } catch (IOException | JsonParseException | DateTimeException | NullPointerException none) {
      return Optional.empty();
    }
  }

  /** To be called every hour, on every node; deletes once a day. */
  public void run() throws IOException, InterruptedException {
    if (!lease.take()) {
      return;
    }
    try {
      Verdict verdict = trusted.look(clock.instant(), nodes.clocksDiffer());
      if (verdict instanceof Right right) {
        doubt = Optional.empty();
        if (isDue(right.now()) && lease.isHeld()) {
          expire(right.now());
        }
      } else if (verdict instanceof Doubtful doubtful) {
        doubt = Optional.of(new Doubt(doubtful.last(), doubtful.until()));
      }
    } finally {
      lease.release();
    }
  }

  /** Also when the last time lies ahead, as after a clock that was wrong. */
  private boolean isDue(Instant now) {
    return last()
        .filter(run -> !run.at().isAfter(now) && run.at().plus(EVERY).isAfter(now))
        .isEmpty();
  }

  /** The same at once, when a person has looked at the clock. */
  public Run runNow() throws IOException {
    Instant now = clock.instant();
    trusted.believe(now);
    doubt = Optional.empty();
    return expire(now);
  }

  private Run expire(Instant now) throws IOException {
    deletions.forget(now.minus(Orders.KEPT));
    Map<String, Optional<Instant>> due = new TreeMap<>();
    for (DataKind kind : kinds.get()) {
      days(kind.retention())
          .ifPresent(days -> due.put(kind.id(), Optional.of(now.minus(Duration.ofDays(days)))));
    }
    Receipt receipt = deletions.delete(due);
    Map<String, Long> went = new TreeMap<>(receipt.went());
    went.values().removeIf(count -> count == 0);
    if (!went.isEmpty()) {
      receipts.accept(receipt);
    }
    folder.get().write(FILE, GSON.toJson(new Kept(now.toString(), went)));
    return new Run(now, went);
  }

  private static Optional<Integer> days(Retention retention) {
    if (retention instanceof Retention.Chosen chosen) {
      return Optional.of(chosen.days());
    } else if (retention instanceof Retention.With with) {
      return Optional.of(with.days());
    } else if (retention instanceof Retention.Fixed fixed) {
      return Optional.of(fixed.days());
    }
    return Optional.empty();
  }
}
