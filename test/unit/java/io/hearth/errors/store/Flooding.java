package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A process that fills a store with all groups it may hold and more, as fast as it can, in the
 * little memory that it is given; it fails when that does not suffice.
 */
final class Flooding {

  private Flooding() {}

  public static void main(String[] arguments) throws IOException {
    PrivateFolder nodes = new PrivateFolder(Path.of(arguments[0]));
    int events = Integer.parseInt(arguments[1]);
    Clock clock = Clock.systemUTC();
    Decisions decisions = new Decisions(nodes, "a", clock);
    Random random = new Random(1);
    try (ErrorStore store =
        new ErrorStore(
            nodes, "a", "11.0", clock, StoreBounds.DEFAULT, decisions, System.out::println)) {
      for (int i = 0; i < events; i++) {
        int group = random.nextInt(20_000);
        ErrorEvent event = Given.event(i, clock.instant());
        store.record(
            Given.group(group),
            event,
            OptionalLong.of(random.nextLong()),
            Given.scrubbed(Given.group(group), event));
      }
    }
    System.out.println("recorded " + events);
  }
}
