package io.hearth.application;

import io.hearth.application.Progress.State;
import io.hearth.application.SupportZips.Answer;
import java.time.Clock;
import java.util.Optional;

/** What accompanies one collection through all its steps. */
record Job(Clock clock, Cancellation cancellation, Progress progress, Journal journal) {

  Answer done(Outcome outcome) {
    progress.ended(State.DONE, Optional.of(outcome));
    return new Answer.Done(outcome);
  }

  Answer cancelled() {
    progress.ended(State.CANCELLED, Optional.empty());
    return new Answer.Cancelled();
  }

  Answer failed(Exception cause) {
    progress.ended(State.FAILED, Optional.empty());
    return new Answer.Failed(cause);
  }
}
