package io.hearth.redaction;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The place of redaction: every text entry of a Support ZIP passes one of these while it is copied.
 *
 * <p>Bytes in, bytes out: there is no limit to the length of a line, any encoding is taken, and a
 * value that straddles two writes is found as if it came in one.
 *
 * <p>Several threads call this at once, each with an entry of its own.
 */
public interface Redactor {

  /**
   * Opens the stage for one entry.
   *
   * @param name the entry's name in the ZIP, which tells the format ({@code .xml}, {@code .log}…)
   * @param out where the redacted bytes go; closing the stage flushes but does not close it
   */
  RedactedEntry open(String name, OutputStream out) throws IOException;

  /** The redacted spelling of a name that is shown or stored: entry names, manifest values. */
  String redactText(String text);
}
