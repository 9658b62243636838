package io.hearth.application;

import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import java.time.Instant;

/** What is known of an entry before it is written; name and source are unredacted. */
record Draft(String item, String name, String source, Instant modified, long expectedBytes) {

  /** Text that is made carries the time of its making. */
  static Draft of(Planned planned, Instant now) {
    Entry entry = planned.entry();
    if (entry instanceof Entry.FromFile file) {
      return new Draft(
          planned.item(),
          file.name(),
          file.source().toString(),
          file.modified(),
          file.expectedBytes());
    }
    if (entry instanceof Entry.Made made) {
      return new Draft(planned.item(), made.name(), "", now, made.expectedBytes());
    }
    var missing = (Entry.Missing) entry;
    return new Draft(planned.item(), missing.name(), missing.source(), now, 0);
  }
}
