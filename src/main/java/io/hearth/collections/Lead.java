package io.hearth.collections;

import io.hearth.application.Gathering;
import io.hearth.cluster.Lease;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The right to lead a ZIP of several nodes, which one node of the cluster has at a time: two that
 * led at once would each wait for the other one's part.
 */
final class Lead {

  private static final String FILE = "lead.txt";

  private final Lease lease;
  private volatile Optional<Leader> leader = Optional.empty();

  /** {@code folder} is the cluster's own in the shared home. */
  Lead(Supplier<PrivateFolder> folder, Cluster cluster) {
    this.lease =
        new Lease(
            folder,
            FILE,
            cluster.nodes()::own,
            cluster.patience().lease(),
            cluster.patience().settles(),
            cluster.nanos(),
            time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
  }

  /** Whether this ZIP may begin; one of this node alone always may. */
  boolean take(Optional<Leader> next) throws IOException, InterruptedException {
    if (next.isPresent() && !lease.take()) {
      return false;
    }
    leader = next;
    return true;
  }

  Gathering gathering() {
    return leader.<Gathering>map(one -> one).orElseGet(Gathering::alone);
  }

  /** It is certain that the collection begins. */
  void begin() throws IOException {
    if (leader.isPresent()) {
      leader.get().ask();
    }
  }

  /** Each second, on another thread. */
  void beat() throws IOException {
    Optional<Leader> now = leader;
    if (now.isPresent()) {
      now.get().beat();
      lease.isHeld();
    }
  }

  void end() throws IOException {
    Optional<Leader> ended = leader;
    leader = Optional.empty();
    if (ended.isPresent()) {
      ended.get().end();
      lease.release();
    }
  }
}
