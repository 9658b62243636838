package io.hearth.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.cluster.Lease;
import io.hearth.collections.Cause;
import io.hearth.collections.Stage;
import io.hearth.collections.StoredZip;
import io.hearth.collectors.Vitals;
import io.hearth.host.MovedClock;
import io.hearth.store.PrivateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthWatchTest {

  private static final WatchSettings ON = new WatchSettings(true, 95, 5, 10);

  @TempDir Path home;
  private final MovedClock clock = new MovedClock();
  private final List<StoredZip> stored = new ArrayList<>();
  private WatchSettings settings = ON;
  private boolean locked;
  private boolean room = true;

  @Test
  void aDeadlockMakesAZipThatSaysWhy() throws Exception {
    turnsBad(watch("node1"));
    assertEquals(Optional.of(Cause.DEADLOCK), stored.get(0).cause());
  }

  @Test
  void thereIsOneInAnHourHoweverManyNodesAreUnwell() throws Exception {
    HealthWatch one = watch("node1");
    HealthWatch two = watch("node2");
    turnsBad(one);
    turnsBad(two);
    turnsBad(one);
    assertEquals(1, stored.size());
    clock.now = clock.now.plus(Duration.ofMinutes(61));
    turnsBad(two);
    assertEquals(2, stored.size());
  }

  @Test
  void oneThatIsDeletedDoesNotMakeRoomForAnotherInTheSameHour() throws Exception {
    HealthWatch watch = watch("node1");
    turnsBad(watch);
    stored.clear();
    turnsBad(watch);
    assertEquals(List.of(), stored);
  }

  @Test
  void whatTheStoreRefusesIsTriedWhenHealthTurnsBadAgain() throws Exception {
    HealthWatch watch = watch("node1");
    room = false;
    turnsBad(watch);
    assertEquals(List.of(), stored);
    room = true;
    turnsBad(watch);
    assertEquals(1, stored.size());
  }

  @Test
  void nothingIsMadeWhileItIsOffNorOfWhatWasSoWhenItWasSwitchedOn() throws Exception {
    HealthWatch watch = watch("node1");
    settings = WatchSettings.standard();
    turnsBad(watch);
    settings = ON;
    watch.look();
    watch.look();
    assertEquals(List.of(), stored);
  }

  private void turnsBad(HealthWatch watch) throws Exception {
    locked = false;
    watch.look();
    locked = true;
    watch.look();
  }

  private HealthWatch watch(String node) {
    Lease lease =
        new Lease(
            () -> PrivateFolder.in(home).below("privacy"),
            "health-watch.txt",
            () -> node,
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            System::nanoTime,
            time -> {});
    return new HealthWatch(
        () -> settings,
        () -> new Vitals(locked, Optional.empty(), Optional.empty()),
        () -> stored,
        lease,
        this::keep,
        clock,
        (what, failure) -> {
          throw new AssertionError(what, failure);
        });
  }

  private boolean keep(Cause cause) {
    return room
        && stored.add(
            new StoredZip(
                "id",
                "by-itself.zip",
                "node1",
                "Hearth",
                List.of(),
                Optional.empty(),
                Optional.of(cause),
                List.of(),
                clock.now,
                false,
                new Stage.Queued()));
  }
}
