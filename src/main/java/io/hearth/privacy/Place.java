package io.hearth.privacy;

/**
 * Where data lies.
 *
 * @param path below the root, with {@code <node>} and the like for parts that vary; for {@link
 *     Root#SETTINGS} the key
 */
public record Place(Root root, String path) {

  /** What the path starts at. */
  public enum Root {
    SHARED_HOME,
    LOCAL_HOME,
    /** The product's own settings. */
    SETTINGS,
    /** Of the server, never written. */
    MEMORY
  }
}
