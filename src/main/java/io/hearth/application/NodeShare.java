package io.hearth.application;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * One node of several that make a ZIP together, as far as it has come.
 *
 * @param absence why nothing of it is in the ZIP
 * @param clockAhead how far its clock is ahead of the leading node's, below zero behind it; empty
 *     until it has answered
 */
public record NodeShare(
    String node,
    State state,
    Optional<Absence> absence,
    Optional<Duration> clockAhead,
    long filesDone,
    long filesTotal,
    long bytesRead,
    long bytesExpected) {

  /** How far a node is. */
  public enum State {
    ASKED,
    WAITING,
    LEARNING,
    LEARNED,
    WRITING,
    /** Its part is whole and waits to be put into the ZIP. */
    READY,
    GATHERED,
    MISSING
  }

  /** Why a node's part is missing; in plain words under {@code zip.absence.*}. */
  public enum Absence {
    /** It was known not to run, and was not asked. */
    NOT_RUNNING,
    /** It did not answer, or does not any more. */
    SILENT,
    SLOW,
    /** The shared home has too little room for its part. */
    NO_ROOM,
    /** It was stopped meanwhile. */
    STOPPED,
    FAILED,
    /** What it left cannot be trusted. */
    BROKEN;

    /** Empty for what is the name of none. */
    public static Optional<Absence> named(String name) {
      return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
  }

  public static NodeShare asked(String node) {
    return new NodeShare(node, State.ASKED, Optional.empty(), Optional.empty(), 0, 0, 0, 0);
  }

  public NodeShare at(State next) {
    return new NodeShare(
        node, next, absence, clockAhead, filesDone, filesTotal, bytesRead, bytesExpected);
  }

  public NodeShare missing(Absence why) {
    return new NodeShare(
        node,
        State.MISSING,
        Optional.of(why),
        clockAhead,
        filesDone,
        filesTotal,
        bytesRead,
        bytesExpected);
  }

  public NodeShare ahead(Duration clock) {
    return new NodeShare(
        node, state, absence, Optional.of(clock), filesDone, filesTotal, bytesRead, bytesExpected);
  }

  NodeShare named(String name) {
    return new NodeShare(
        name, state, absence, clockAhead, filesDone, filesTotal, bytesRead, bytesExpected);
  }
}
