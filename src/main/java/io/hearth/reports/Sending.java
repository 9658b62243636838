package io.hearth.reports;

import io.hearth.egress.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * One report on its way to the support endpoint, as its folder tells all nodes.
 *
 * @param number counts the sendings of the report
 * @param node the one that sends
 * @param by the name with which the administrator logs in who wanted it
 * @param sha256 of what is sent
 * @param bytes of what is sent
 */
public record Sending(
    long number,
    String node,
    String by,
    Instant began,
    String host,
    String sha256,
    long bytes,
    Stand stand) {

  /** How far it is. */
  public enum Phase {
    WAITING,
    SENDING,
    PAUSED,
    ACCEPTED,
    FAILED,
    /** The endpoint is not any more what was confirmed for it. */
    NOT_CONFIRMED,
    CANCELLED,
    /** The node stopped, or the app on it. Whether the endpoint has it, nobody here knows. */
    INTERRUPTED;

    public boolean isOver() {
      return ordinal() >= ACCEPTED.ordinal();
    }
  }

  /**
   * @param sent bytes of the present attempt that the connection took
   * @param next when the next attempt begins; only while {@link Phase#PAUSED}
   * @param reply what came of the last attempt that ended
   */
  public record Stand(
      Phase phase, int attempt, long sent, Optional<Instant> next, Optional<Reply> reply) {

    Stand began(int number) {
      return new Stand(Phase.SENDING, number, 0, Optional.empty(), reply);
    }

    Stand moved(long bytes) {
      return new Stand(phase, attempt, bytes, next, reply);
    }

    Stand replied(Reply now) {
      return new Stand(phase, attempt, sent, next, Optional.of(now));
    }

    Stand paused(Instant until) {
      return new Stand(Phase.PAUSED, attempt, 0, Optional.of(until), reply);
    }

    Stand over(Phase end) {
      return new Stand(end, attempt, sent, Optional.empty(), reply);
    }
  }

  /**
   * @param status 0 without an answer
   * @param why empty when the endpoint took it
   * @param text of the answer, cut; from outside, so that nobody may take it for markup
   */
  public record Reply(int status, Optional<Failure> why, String text) {}

  static Sending waiting(long number, String node, String by, Instant now, String host) {
    Stand stand = new Stand(Phase.WAITING, 0, 0, Optional.empty(), Optional.empty());
    return new Sending(number, node, by, now, host, "", 0, stand);
  }

  public Phase phase() {
    return stand.phase();
  }

  Sending at(Stand now) {
    return new Sending(number, node, by, began, host, sha256, bytes, now);
  }

  Sending of(String sum, long length) {
    return new Sending(number, node, by, began, host, sum, length, stand);
  }
}
