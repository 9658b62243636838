package io.hearth.usage.intake;

import io.hearth.usage.store.Counter;
import io.hearth.usage.store.Use;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Takes what browsers counted; a summary is counted whole or not at all. */
public final class UsageIntake {

  public static final int MOST_BYTES = 16 * 1024;

  /** What becomes of a summary. */
  public enum Reply {
    TAKEN,
    /** Nobody agreed to counting. */
    OFF,
    MALFORMED,
    TOO_LARGE,
    TOO_MANY
  }

  private final Counter counter;
  private final Turnstile turnstile = new Turnstile();

  public UsageIntake(Counter counter) {
    this.counter = counter;
  }

  /**
   * @param person what is the same for one person all day
   * @throws IOException when the body cannot be received, or what was counted before today's start
   *     of the node cannot be read
   */
  public Reply take(InputStream body, String person) throws IOException {
    if (!turnstile.lets(person, System.nanoTime())) {
      return Reply.TOO_MANY;
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return Reply.TOO_LARGE;
    }
    Optional<List<Use>> uses = SummaryReader.read(bytes);
    if (uses.isEmpty()) {
      return Reply.MALFORMED;
    }
    return counter.count(person, uses.get()) ? Reply.TAKEN : Reply.OFF;
  }
}
