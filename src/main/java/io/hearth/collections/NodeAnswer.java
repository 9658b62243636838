package io.hearth.collections;

import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import io.hearth.application.Progress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a node tells the leading one, again and again: by that it is known to live.
 *
 * @param run of the process that tells
 * @param beat grows with each answer
 * @param time of its clock
 * @param absence empty text while all is well
 * @param sha256 of its part when it is whole
 */
record NodeAnswer(
    String run,
    long beat,
    String time,
    State state,
    String absence,
    long filesDone,
    long filesTotal,
    long bytesRead,
    long bytesExpected,
    String sha256) {

  static NodeAnswer of(String run, Instant now, State state) {
    return new NodeAnswer(run, 0, now.toString(), state, "", 0, 0, 0, 0, "");
  }

  NodeAnswer missing(Absence why) {
    return new NodeAnswer(
        run,
        beat,
        time,
        State.MISSING,
        why.name(),
        filesDone,
        filesTotal,
        bytesRead,
        bytesExpected,
        sha256);
  }

  NodeAnswer ready(String digest) {
    return new NodeAnswer(
        run,
        beat,
        time,
        State.READY,
        absence,
        filesDone,
        filesTotal,
        bytesRead,
        bytesExpected,
        digest);
  }

  NodeAnswer at(State next) {
    return new NodeAnswer(
        run, beat, time, next, absence, filesDone, filesTotal, bytesRead, bytesExpected, sha256);
  }

  NodeAnswer again(long nextBeat, Optional<Progress.Snapshot> progress) {
    return new NodeAnswer(
        run,
        nextBeat,
        time,
        state,
        absence,
        progress.map(Progress.Snapshot::filesDone).orElse(filesDone),
        progress.map(Progress.Snapshot::filesTotal).orElse(filesTotal),
        progress.map(Progress.Snapshot::bytesRead).orElse(bytesRead),
        progress.map(Progress.Snapshot::bytesExpected).orElse(bytesExpected),
        sha256);
  }

  /** Whether it is what a node writes, and not half of it or something else. */
  boolean isWhole() {
    try {
      Instant.parse(time);
      return run != null
          && sha256 != null
          && state != null
          && (state == State.MISSING) == Absence.named(absence).isPresent();
    } catch (DateTimeException | NullPointerException broken) {
      return false;
    }
  }

  boolean ended() {
    return state == State.READY || state == State.MISSING;
  }

  Instant instant() {
    return Instant.parse(time);
  }

  /** What it told of itself, beside what is known of it already. */
  NodeShare share(NodeShare before) {
    return new NodeShare(
        before.node(),
        state,
        Absence.named(absence),
        before.clockAhead(),
        filesDone,
        filesTotal,
        bytesRead,
        bytesExpected);
  }
}
