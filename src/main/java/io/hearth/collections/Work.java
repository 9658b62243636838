package io.hearth.collections;

/** A ZIP that this node is making, or has in its queue. */
final class Work {

  private final String id;
  private final Making making;
  private boolean stored;
  private boolean begun;
  private boolean cancelled;
  private boolean halted;

  Work(String id, Making making) {
    this.id = id;
    this.making = making;
  }

  String id() {
    return id;
  }

  Making making() {
    return making;
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

  /** The app is switched off. */
  synchronized void halt() {
    halted = true;
  }

  synchronized boolean wanted() {
    return !cancelled && !halted;
  }
}
