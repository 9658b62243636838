package io.hearth.errors.maps;

/** A file that is not kept. */
public final class NotASourceMap extends Exception {

  public enum Why {
    /** No JSON object. */
    NO_JSON,
    /** The source map revision 3 format, ECMA-426, asks for {@code "version": 3}. */
    NO_VERSION_3,
    /** Neither {@code mappings} nor {@code sections}. */
    NO_MAPPINGS,
    TOO_LARGE,
    /** The bounds of the store are reached. */
    NO_ROOM
  }

  private static final long serialVersionUID = 1L;

  private final Why why;

  public NotASourceMap(Why why) {
    super(why.name());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
