package io.hearth.egress;

import java.time.Instant;
import java.util.Optional;

/**
 * What this node sent to a destination since the app started.
 *
 * @param failure the last one, also when later ones arrived
 */
public record Traffic(
    long sent, long failed, Optional<Instant> lastSent, Optional<Failed> failure) {

  static final Traffic NONE = new Traffic(0, 0, Optional.empty(), Optional.empty());

  /**
   * @param status of the answer; 0 without one
   */
  public record Failed(Instant at, Failure why, int status) {}

  Traffic with(Answer answer, Instant now) {
    if (answer instanceof Answer.Accepted) {
      return new Traffic(sent + 1, failed, Optional.of(now), failure);
    }
    if (answer instanceof Answer.Refused refused) {
      return failed(new Failed(now, Failure.REFUSED, refused.status()));
    }
    if (answer instanceof Answer.Unreachable unreachable) {
      return failed(new Failed(now, unreachable.why(), 0));
    }
    return this;
  }

  private Traffic failed(Failed now) {
    return new Traffic(sent, failed + 1, lastSent, Optional.of(now));
  }
}
