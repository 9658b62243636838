package io.hearth.reports;

import io.hearth.egress.Answer;
import io.hearth.egress.Failure;
import io.hearth.reports.Sending.Phase;
import io.hearth.reports.Sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an attempt means for the sending.
 *
 * @param end empty when it is worth another attempt
 * @param asked how long the endpoint wants to be left alone
 */
record Verdict(Optional<Phase> end, Optional<Reply> reply, Optional<Duration> asked) {

  static final int LONGEST_TEXT = 2_000;

  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** What the next attempt would meet again. */
  private static final Set<Failure> LASTING = Set.of(Failure.UNREADABLE, Failure.UNTRUSTED);

  static Verdict of(Answer answer, Instant now) {
    if (answer instanceof Answer.Accepted accepted) {
      Reply reply = new Reply(accepted.status(), Optional.empty(), text(accepted.text()));
      return over(Phase.ACCEPTED, Optional.of(reply));
    }
    if (answer instanceof Answer.Refused refused) {
      Reply reply = new Reply(refused.status(), Optional.of(Failure.REFUSED), text(refused.text()));
      boolean busy = refused.status() == TOO_MANY || refused.status() >= SERVER_ERROR;
      return busy
          ? new Verdict(Optional.empty(), Optional.of(reply), RetryAfter.of(refused.waits(), now))
          : over(Phase.FAILED, Optional.of(reply));
    }
    if (answer instanceof Answer.Unreachable unreachable) {
      Optional<Reply> reply = Optional.of(new Reply(0, Optional.of(unreachable.why()), ""));
      return LASTING.contains(unreachable.why())
          ? over(Phase.FAILED, reply)
          : new Verdict(Optional.empty(), reply, Optional.empty());
    }
    return over(
        answer instanceof Answer.NotConfirmed ? Phase.NOT_CONFIRMED : Phase.CANCELLED,
        Optional.empty());
  }

  private static String text(String raw) {
    return CleanText.lines(raw, LONGEST_TEXT);
  }

  private static Verdict over(Phase end, Optional<Reply> reply) {
    return new Verdict(Optional.of(end), reply, Optional.empty());
  }
}
