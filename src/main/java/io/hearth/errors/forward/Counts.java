package io.hearth.errors.forward;

import java.util.Map;

/**
 * What became of errors on this node since the app started.
 *
 * @param pausedSeconds for how long the destination wants none; 0 where it does
 */
public record Counts(int waiting, long forwarded, Map<Dropped, Long> dropped, long pausedSeconds) {
  public Counts {
    dropped = Map.copyOf(dropped);
  }
}
