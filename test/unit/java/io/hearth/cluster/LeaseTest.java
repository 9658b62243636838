package io.hearth.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.store.PrivateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  private static final Duration LASTS = Duration.ofMinutes(15);

  @TempDir Path home;
  private long nanos;

  private Lease lease(String node) {
    return new Lease(
        () -> new PrivateFolder(home),
        "lease.txt",
        () -> node,
        LASTS,
        Duration.ZERO,
        () -> nanos,
        time -> {});
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void oneHasItUntilItLetsGo() throws Exception {
    Lease a = lease("a");
    Lease b = lease("b");
    assertTrue(a.take());
    assertFalse(b.take());
    assertTrue(a.isHeld());
    a.release();
    assertFalse(a.isHeld());
    assertTrue(b.take());
    assertFalse(a.take());
  }

  @Test
  void aHolderThatDiedLosesItOnceItWasWatchedLongEnough() throws Exception {
    assertTrue(lease("dead").take());
    Lease b = lease("b");
    assertFalse(b.take());
    passes(LASTS.minusSeconds(1));
    assertFalse(b.take());
    passes(Duration.ofSeconds(2));
    assertTrue(b.take());
  }

  @Test
  void aHolderThatWorksForLongKeepsIt() throws Exception {
    Lease a = lease("a");
    Lease b = lease("b");
    assertTrue(a.take());
    for (int minutes = 0; minutes < 60; minutes += 6) {
      passes(Duration.ofMinutes(6));
      assertTrue(a.isHeld());
      assertFalse(b.take());
    }
  }

  @Test
  void aHolderThatWasOverrunKnows() throws Exception {
    Lease a = lease("a");
    Lease b = lease("b");
    assertTrue(a.take());
    assertFalse(b.take());
    passes(LASTS.plusSeconds(1));
    assertTrue(b.take());
    assertFalse(a.isHeld());
    a.release();
    assertTrue(b.isHeld());
  }

  @Test
  void whatSomebodyWroteThereIsNobodysForLong() throws Exception {
    Files.writeString(home.resolve("lease.txt"), "x".repeat(5000));
    assertTrue(lease("a").take());
  }

  /** Each waits as long as writes of the others may take, as on a shared home. */
  @Test
  void ofManyThatTryAtOnceOneHasIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicInteger holders = new AtomicInteger();
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String node = "node" + n;
      tries.add(
          () -> {
            Lease lease =
                new Lease(
                    () -> new PrivateFolder(home),
                    "lease.txt",
                    () -> node,
                    LASTS,
                    Duration.ofMillis(300),
                    System::nanoTime,
                    time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
            boolean mine = lease.take();
            return mine && holders.incrementAndGet() == 1;
          });
    }
    int winners = 0;
    for (Future<Boolean> one : threads.invokeAll(tries)) {
      winners += one.get() ? 1 : 0;
    }
    threads.shutdown();
    assertEquals(1, winners);
    assertEquals(1, holders.get());
  }
}
