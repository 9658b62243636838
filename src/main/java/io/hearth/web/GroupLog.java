package io.hearth.web;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.triage.Card;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the product's log of groups of browser errors that are new or come back though they were
 * resolved, so that whoever watches the log sees them; seldom enough that a flood does not fill it.
 */
final class GroupLog {

  private static final Logger LOG = LoggerFactory.getLogger("io.hearth.errors");
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  /** Lines of one kind, with how many were not written since the last one. */
  private final class Lines {
    private final String what;
    private Instant last = Instant.MIN;
    private long untold;

    Lines(String what) {
      this.what = what;
    }

    /** Texts are scrubbed; line breaks would make a second line of a log. */
    synchronized void add(String app, String type, String title, String culprit, GroupId id) {
      Instant now = clock.instant();
      if (now.isBefore(last.plus(BETWEEN))) {
        untold++;
        return;
      }
      LOG.warn(
          "Hearth: {} in {}: {}: {} at {}{}; group {}",
          what,
          app.isEmpty() ? "an unknown app" : app,
          oneLine(type),
          oneLine(title),
          oneLine(culprit),
          untold == 0 ? "" : " (and " + untold + " others since the last such line)",
          id);
      last = now;
      untold = 0;
    }
  }

  private final Clock clock;
  private final Lines fresh = new Lines("a new browser error");
  private final Lines back = new Lines("a resolved browser error came back");

  GroupLog(Clock clock) {
    this.clock = clock;
  }

  void appeared(Grouped head, String app) {
    fresh.add(app, head.type(), head.title(), head.culprit(), head.id());
  }

  void cameBack(Card card) {
    var group = card.group();
    back.add(group.app(), group.type(), group.title(), group.culprit(), card.id());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
