package io.hearth.errors.intake;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;

/** An error that is watched, is no noise and was counted. What is in it shows scrubbed only. */
public interface Passed {

  GroupId group();

  /** How many characters its texts have, before they are scrubbed. */
  long characters();

  /**
   * Scrubs it, which takes a while.
   *
   * @throws RuntimeException when it cannot be cleaned; then nothing of it may be used
   */
  ErrorEvent scrubbed();
}
