package io.hearth.egress;

import java.util.Map;

/** What came of sending. */
public sealed interface Answer {

  /**
   * The destination took it.
   *
   * @param text the receipt, at most {@link Outgoing#MOST_TEXT} characters; from outside, so that
   *     nobody may take it for markup
   * @param waits the headers that ask to send less, by their names in small letters
   */
  record Accepted(int status, String text, Map<String, String> waits) implements Answer {}

  /** The destination answered, and did not take it; a redirect counts as that. */
  record Refused(int status, String text, Map<String, String> waits) implements Answer {}

  /** There was no answer. */
  record Unreachable(Failure why) implements Answer {}

  /** It was given up because the caller wants it no more. */
  record Cancelled() implements Answer {}

  /** No administrator has confirmed a destination for this purpose: nothing was sent. */
  record NotConfirmed() implements Answer {}
}
