package io.hearth.collections;

import io.hearth.application.Outcome;
import io.hearth.application.Progress;
import java.time.Instant;
import java.util.Optional;

/** What became of a stored ZIP up to now. */
public sealed interface Stage {

  State state();

  /** What can be downloaded. */
  default Optional<Content> content() {
    return Optional.empty();
  }

  /** Empty while anything is still to come. */
  default Optional<Instant> ended() {
    return Optional.empty();
  }

  /** A whole file. */
  record Content(long bytes, String sha256, long entries) {}

  /** Others, or a direct download, are first. */
  record Queued() implements Stage {
    @Override
    public State state() {
      return State.QUEUED;
    }
  }

  record Running(Progress.Snapshot progress) implements Stage {
    @Override
    public State state() {
      return State.RUNNING;
    }
  }

  /** {@code outcome} is empty when the node died in the moment in which the ZIP was whole. */
  record Done(Instant at, Content file, Optional<Outcome> outcome) implements Stage {
    @Override
    public State state() {
      return State.DONE;
    }

    @Override
    public Optional<Content> content() {
      return Optional.of(file);
    }

    @Override
    public Optional<Instant> ended() {
      return Optional.of(at);
    }
  }

  record Cancelled(Instant at) implements Stage {
    @Override
    public State state() {
      return State.CANCELLED;
    }

    @Override
    public Optional<Instant> ended() {
      return Optional.of(at);
    }
  }

  record Failed(Instant at, Trouble trouble) implements Stage {
    @Override
    public State state() {
      return State.FAILED;
    }

    @Override
    public Optional<Instant> ended() {
      return Optional.of(at);
    }
  }

  /** {@code content} is what could be saved. */
  record Interrupted(Instant at, Optional<Content> content) implements Stage {
    @Override
    public State state() {
      return State.INTERRUPTED;
    }

    @Override
    public Optional<Instant> ended() {
      return Optional.of(at);
    }
  }
}
