package io.hearth.errors.intake;

import java.util.Optional;
import java.util.Set;

/**
 * The answer, as the SDK understands it.
 *
 * @param id of the event that was taken
 * @param detail why it was not taken, for developers
 * @param unwanted categories of items that need not be sent any more
 * @param retryAfter seconds; 0 where nothing has to wait
 */
public record Reply(
    int status, Optional<String> id, String detail, Set<String> unwanted, int retryAfter) {

  public Reply {
    unwanted = Set.copyOf(unwanted);
  }

  static Reply taken(Optional<String> id, Set<String> unwanted) {
    return new Reply(200, id, "", unwanted, 0);
  }

  static Reply refused(int status, String detail) {
    return new Reply(status, Optional.empty(), detail, Set.of(), 0);
  }

  static Reply tooMany(int seconds) {
    return new Reply(429, Optional.empty(), "too many errors", Set.of(), seconds);
  }
}
