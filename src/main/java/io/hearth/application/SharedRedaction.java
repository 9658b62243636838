package io.hearth.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The redaction of a ZIP that several nodes make together. */
public interface SharedRedaction {

  /** All that another node needs to redact in the same way; the key is in it. */
  String secret();

  /** Takes what another node replaced, as its {@link Part#tell} wrote it. */
  void told(InputStream rows) throws IOException;

  /** The same on a node that makes a part. */
  interface Part {
    RedactionEngine engine();

    /** Writes what was replaced, where a look-up table is wanted; else nothing. */
    void tell(OutputStream out) throws IOException;
  }
}
