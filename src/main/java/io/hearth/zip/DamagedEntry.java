package io.hearth.zip;

import java.io.IOException;

/** An entry of a {@link FinishedZip} is not what was packed. */
public final class DamagedEntry extends IOException {

  private static final long serialVersionUID = 1;

  DamagedEntry(String why) {
    super(why);
  }
}
