package io.hearth.collections;

/** How far a stored ZIP is. */
public enum State {
  QUEUED,
  RUNNING,
  DONE,
  CANCELLED,
  FAILED,
  /** Its node stopped meanwhile; what is there may be of use. */
  INTERRUPTED;

  /** Whether anything is still to come. */
  public boolean open() {
    return this == QUEUED || this == RUNNING;
  }
}
