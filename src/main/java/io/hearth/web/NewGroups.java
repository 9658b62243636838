package io.hearth.web;

import io.hearth.errors.event.Grouped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the product's log of new groups of browser errors, so that whoever watches the log sees
 * them; seldom enough that a flood of new ones does not fill it.
 */
final class NewGroups {

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth.errors");
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Clock clock;
  private Instant last = Instant.MIN;
  private long untold;

  NewGroups(Clock clock) {
    this.clock = clock;
  }

  /** The head is scrubbed; line breaks would make a second line of a log. */
  synchronized void appeared(Grouped head, String app) {
    Instant now = clock.instant();
    if (now.isBefore(last.plus(BETWEEN))) {
      untold++;
      return;
    }
    String more = untold == 0 ? "" : " (and " + untold + " others since the last such line)";
    LOG.warn(
        "Hearth: a new browser error in {}: {}: {} at {}{}; group {}",
        app.isEmpty() ? "an unknown app" : app,
        oneLine(head.type()),
        oneLine(head.title()),
        oneLine(head.culprit()),
        more,
        head.id());
    last = now;
    untold = 0;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
