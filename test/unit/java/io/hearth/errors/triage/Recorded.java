package io.hearth.errors.triage;

import io.hearth.errors.event.Browser;
import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.event.Level;
import io.hearth.errors.event.Thrown;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.Scrubbed;
import io.hearth.errors.store.StoreBounds;
import io.hearth.host.MovedClock;
import io.hearth.store.PrivateFolder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One node's errors with the desk that decides about them; a test says what happens. */
final class Recorded implements AutoCloseable {

  final MovedClock clock = new MovedClock();
  final Decisions decisions;
  final ErrorArchive archive;
  final ErrorDesk desk;
  final ErrorStore store;
  private long events;

  Recorded(Path folder) {
    PrivateFolder nodes = new PrivateFolder(folder);
    decisions = new Decisions(nodes, "a", clock);
    store =
        new ErrorStore(nodes, "a", "11.0", clock, StoreBounds.DEFAULT, decisions, warning -> {});
    archive = new ErrorArchive(nodes, Optional.of(store), decisions, clock);
    desk = new ErrorDesk(archive, decisions, store::forgetDeleted, clock);
  }

  void happens(GroupId id, String release) {
    happens(new Grouped(id, 1, "Error", "it broke", "show js/app.js"), release, "show");
  }

  void happens(Grouped grouped, String release, String function) {
    Frame frame = new Frame(function, "js/app.js", "com.acme.app:web", 1, 20, true, "");
    ErrorEvent event =
        new ErrorEvent(
            HexFormat.of().toHexDigits(events++).repeat(2),
            clock.instant(),
            "com.acme.app",
            release,
            "",
            Level.ERROR,
            List.of(new Thrown("Error", "it broke", false, List.of(frame))),
            "",
            List.of(),
            List.of(),
            new Browser("Firefox 140", "Linux"));
    store.record(
        grouped,
        event,
        OptionalLong.empty(),
        new Scrubbed() {
          @Override
          public Grouped head() {
            return grouped;
          }

          @Override
          public ErrorEvent sample() {
            return event;
          }
        });
  }

  @Override
  public void close() {
    store.close();
  }
}
