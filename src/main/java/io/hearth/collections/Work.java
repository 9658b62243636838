package io.hearth.collections;

import io.hearth.application.NodeShare;
import java.util.List;
import java.util.Optional;

/** A ZIP that this node is making, or has in its queue. */
final class Work {

  private final String id;
  private final Order order;
  private final Optional<Leader> leader;
  private boolean stored;
  private boolean begun;
  private boolean cancelled;

  /**
   * @param leader of the nodes that make it together, if others do
   */
  Work(String id, Order order, Optional<Leader> leader) {
    this.id = id;
    this.order = order;
    this.leader = leader;
  }

  String id() {
    return id;
  }

  Order order() {
    return order;
  }

  Optional<Leader> leader() {
    return leader;
  }

  /** What became of each node up to now; empty where this one is alone. */
  List<NodeShare> shares() {
    return leader.map(Leader::shares).orElse(List.of());
  }

  /** Its order stands on the disk: from now on that tells what is wanted of it. */
  synchronized void store() {
    stored = true;
  }

  synchronized boolean stored() {
    return stored;
  }

  /** Whether it may begin; somebody may have cancelled it while it waited. */
  synchronized boolean begin() {
    begun |= !cancelled;
    return begun;
  }

  synchronized boolean begun() {
    return begun;
  }

  synchronized void cancel() {
    cancelled = true;
  }

  /** By a person, unlike one that ends because the app is switched off. */
  synchronized boolean cancelled() {
    return cancelled;
  }
}
