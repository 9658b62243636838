package io.hearth.reports;

/** A screenshot that is not taken, and why, as the catalogue's key ends. */
public final class NotAPng extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Why {
    NO_PNG,
    BROKEN,
    TOO_LARGE,
    TOO_MANY_PIXELS
  }

  private final Why why;

  NotAPng(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
