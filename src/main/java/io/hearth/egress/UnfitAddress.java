package io.hearth.egress;

/** Nothing may be sent to what was typed in. */
public final class UnfitAddress extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Why {
    /** No address with a host. */
    ADDRESS,
    /** Neither {@code https} nor this machine. */
    SCHEME,
    /** It names a user. */
    USER,
    /** It has a query or a fragment, which might be a secret that is shown. */
    QUERY,
    /** No DSN. */
    DSN,
    /** No bearer token. */
    TOKEN
  }

  private final Why why;

  UnfitAddress(Why why) {
    super(why.name(), null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
