package io.hearth.zip;

import java.io.IOException;

/**
 * Is told of each entry that ended, so that what is there of a ZIP can be closed after its writer
 * died; see {@link Salvage}.
 */
@FunctionalInterface
public interface EntryJournal {

  /**
   * An entry stands in the ZIP.
   *
   * @param centralRecord its line of the directory
   * @param end how many bytes the ZIP has with it
   */
  void entered(byte[] centralRecord, long end) throws IOException;

  /** For a ZIP of which nothing is kept when it breaks off. */
  static EntryJournal none() {
    return (centralRecord, end) -> {};
  }
}
