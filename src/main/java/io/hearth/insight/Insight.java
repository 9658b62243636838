package io.hearth.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * What the logs of this node tell at a glance, gathered from their redacted lines while they are
 * copied: nothing is read for it and nothing unredacted comes in. All of it is bounded, whatever
 * the lines hold.
 *
 * <p>Several threads may each observe an entry; {@link #add} and {@link #told} belong to one.
 */
public final class Insight {

  private final Times times;
  private final Told told;

  /**
   * @param now tells which times in lines can be
   * @param nodes that share the bounds of one
   */
  public Insight(Instant now, int nodes) {
    this.times = new Times(now);
    this.told = new Told(Bounds.sharedBy(nodes));
  }

  /** What observes an entry of an item; most items tell nothing here. */
  public Optional<ObservedText> observe(String item, String name) {
    return switch (item) {
      case "product-logs", "installation-logs" ->
          Optional.of(new ObservedText(new LogObserver(times)));
      case "access-logs" -> Optional.of(new ObservedText(new AccessObserver(times)));
      case "thread-dumps" ->
          name.startsWith("thread-dump-")
              ? Optional.of(new ObservedText(new ThreadObserver()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Adds what a closed text told; {@code entry} is its redacted name in the ZIP. */
  public void add(String entry, ObservedText text) {
    text.observer().addTo(told, entry);
  }

  public NodeTold told() {
    return new NodeTold(told, 0);
  }
}
