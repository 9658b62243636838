package io.hearth.collections;

import io.hearth.application.NodeShare;
import io.hearth.application.Outcome;
import io.hearth.application.Progress;
import io.hearth.application.Requester;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How the content of one stored ZIP comes to be. */
interface Making {

  /**
   * What is made one after the other; a change need not wait until a collection of an hour ends.
   */
  enum Lane {
    COLLECTION,
    CHANGE
  }

  /** What became of it. */
  sealed interface Made {

    record Whole(String sha256, long entries, Optional<Outcome> outcome) implements Made {}

    /** Somebody stopped it, maybe before it began. */
    record Stopped() implements Made {}

    record Refused(Trouble trouble) implements Made {}

    record Failed(Exception cause) implements Made {}
  }

  Lane lane();

  Requester requester();

  /** What became of each node up to now; empty where this one is alone. */
  List<NodeShare> shares();

  /** Empty before it begins. */
  Optional<Progress.Snapshot> progress();

  /** From any thread: it is not wanted any more. */
  void stop();

  /** On a thread of its lane. */
  Made make(Work work, PartFile part) throws IOException;

  /** It is stored. */
  void whole();
}
