package io.hearth.collections;

import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Another node, as the leading one sees it. */
final class Other {

  private final String node;
  private final Clock clock;
  private final LongSupplier nanos;
  private NodeShare share;
  private Optional<NodeAnswer> last = Optional.empty();
  private long heard;
  private Instant looked;

  Other(String node, Clock clock, LongSupplier nanos) {
    this.node = node;
    this.clock = clock;
    this.nanos = nanos;
    this.share = NodeShare.asked(node);
    this.heard = nanos.getAsLong();
    this.looked = clock.instant();
  }

  String node() {
    return node;
  }

  synchronized NodeShare share() {
    return share;
  }

  synchronized State state() {
    return share.state();
  }

  synchronized void missing(Absence why) {
    share = share.missing(why);
  }

  synchronized void gathered() {
    share = share.at(State.GATHERED);
  }

  /** Of its part; empty until it is whole. */
  synchronized String sha256() {
    return last.map(NodeAnswer::sha256).orElse("");
  }

  /** How long it has given no new sign. */
  synchronized Duration silence() {
    return Duration.ofNanos(nanos.getAsLong() - heard);
  }

  synchronized boolean heardOf() {
    return last.isPresent();
  }

  /** The answer as it lies there now; one that was given up stays so. */
  synchronized void look(Optional<NodeAnswer> answer) {
    boolean over = share.state() == State.MISSING || share.state() == State.GATHERED;
    if (!over && answer.isPresent() && !answer.equals(last)) {
      heard = nanos.getAsLong();
      share = answer.get().share(share);
      if (last.isEmpty()) {
        share = share.ahead(ahead(answer.get().instant()));
      }
      last = answer;
    }
    looked = clock.instant();
  }

  /**
   * It wrote its time after the last look and before this one, so the middle of the two is wrong by
   * half of a look at most.
   */
  private Duration ahead(Instant theirs) {
    Instant now = clock.instant();
    Instant middle = looked.plus(Duration.between(looked, now).dividedBy(2));
    return Duration.ofMillis(Duration.between(middle, theirs).toMillis());
  }
}
