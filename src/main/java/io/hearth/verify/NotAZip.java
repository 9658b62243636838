package io.hearth.verify;

/** A file that is not searched, since it is made to harm its reader. */
public final class NotAZip extends Exception {

  public enum Why {
    OVERLAPPING,
    TOO_MANY_ENTRIES
  }

  private static final long serialVersionUID = 1L;

  private final Why why;

  NotAZip(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
