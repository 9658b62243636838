package io.hearth.collections;

/** A ZIP that this node is making, or has in its queue. */
final class Work {

  private final String id;
  private final Order order;
  private boolean begun;
  private boolean cancelled;

  Work(String id, Order order) {
    this.id = id;
    this.order = order;
  }

  String id() {
    return id;
  }

  Order order() {
    return order;
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
