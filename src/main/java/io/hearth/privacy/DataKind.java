package io.hearth.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A kind of data that the app keeps, told by the code that keeps it: the page Privacy, exports,
 * deletions and the retention job know no other source, so what they tell cannot drift from what is
 * done. The catalogue has {@code privacy.kind.<id>.title} and {@code .purpose}, and {@code
 * privacy.field.<field>} for each field.
 */
public interface DataKind {

  /** Stable, of lower-case words joined by hyphens. */
  String id();

  /** Which part of the privacy statement it falls under. */
  Category category();

  /** What a record holds, by the ids of the fields; complete. */
  List<String> fields();

  List<Place> places();

  Retention retention();

  /** Whether anything is added to it as things are set now. */
  boolean collecting();

  /**
   * How much there is, of all nodes.
   *
   * @param before empty for all; else only what {@link #delete} with the same moment would take
   */
  Holdings holdings(Optional<Instant> before) throws IOException;

  /** Names of what can be looked at as it is stored, newest first; a bounded list. */
  List<String> rawNames() throws IOException;

  /**
   * One of {@link #rawNames}, byte by byte as it is stored; the caller closes it.
   *
   * @return empty when there is none of this name, whatever the name holds
   */
  Optional<InputStream> raw(String name) throws IOException;

  /**
   * Deletes all, or what is older: of what all nodes share, of this node's own folder and memory,
   * and of the folders of nodes that do not run. What is gone already is no failure.
   *
   * @param before empty for all
   * @return how many records went
   */
  long delete(Optional<Instant> before) throws IOException;

  /**
   * The same of this node's own folder and memory alone: what a node does within seconds after
   * another one was told to delete.
   */
  default long deleteOwn(Optional<Instant> before) throws IOException {
    return 0;
  }

  /** Whether what has this time goes when what is older is deleted, or all. */
  static boolean takes(Optional<Instant> before, Instant time) {
    return before.isEmpty() || time.isBefore(before.get());
  }
}
