package io.hearth.web;

import io.hearth.application.Background;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does something at each quarter of an hour by the clock, on a thread that ends with the app: at
 * moments that tell nothing of what happened between them.
 */
final class Quarterly implements AutoCloseable {

  private static final long QUARTER_MS = 15 * 60_000L;

  private final Clock clock;
  private final Runnable work;
  private final ScheduledExecutorService thread;

  Quarterly(Clock clock, Runnable work) {
    this.clock = clock;
    this.work = work;
    thread = Executors.newSingleThreadScheduledExecutor(Background.threads("hearth-usage"));
    waitForNext();
  }

  /** Each time anew, since the clock may be set. */
  private void waitForNext() {
    long wait = QUARTER_MS - Math.floorMod(clock.millis(), QUARTER_MS);
    thread.schedule(this::run, wait, TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      work.run();
    } finally {
      if (!thread.isShutdown()) {
        waitForNext();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
