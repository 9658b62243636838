package io.hearth.verify;

/**
 * Something about the ZIP that is not as it should be.
 *
 * @param entry the entry's name; empty for the ZIP as a whole
 */
public record Fault(Kind kind, String entry) {

  public enum Kind {
    /** There is no manifest.json, or it is none of ours. */
    NO_MANIFEST,
    /** The manifest lists it, the ZIP lacks it. */
    NOT_THERE,
    /** The ZIP has it, the manifest does not list it. */
    NOT_LISTED,
    /** Another size or checksum than the manifest says. */
    CHANGED,
    /** Its name leads out of the folder into which somebody unpacks it, or stands twice. */
    BAD_NAME,
    /** It cannot be unpacked. */
    UNREADABLE
  }
}
