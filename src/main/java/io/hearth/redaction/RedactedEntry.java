package io.hearth.redaction;

import java.io.OutputStream;
import java.util.Map;

/**
 * One entry on its way through redaction: write the original bytes, close, then read the counts.
 */
public abstract class RedactedEntry extends OutputStream {

  /**
   * How many values were replaced so far, by kind id (for example {@code password}); never null.
   */
  public abstract Map<String, Long> counts();
}
