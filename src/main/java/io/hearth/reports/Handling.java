package io.hearth.reports;

import java.time.Instant;
import java.util.Optional;

/**
 * What administrators do with a report.
 *
 * @param revision counts the changes; a change names the one that it was made on
 * @param by the name of who changed it last; empty when nobody did
 * @param zip a Support ZIP that belongs to it
 */
public record Handling(
    long revision,
    State state,
    String notes,
    String by,
    Optional<Instant> changedAt,
    Optional<NamedZip> zip) {

  public static final int LONGEST_NOTES = 4_000;

  /** Where it is on its way. */
  public enum State {
    NEW,
    SENT,
    CLOSED
  }

  /** A ZIP that lies where its maker saved it; only what tells it from others is kept. */
  public record NamedZip(String name, String sha256) {}

  static Handling none() {
    return new Handling(0, State.NEW, "", "", Optional.empty(), Optional.empty());
  }

  Handling at(long number) {
    return new Handling(number, state, notes, by, changedAt, zip);
  }
}
