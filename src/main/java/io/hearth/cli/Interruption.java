package io.hearth.cli;

import io.hearth.application.SupportZips;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C stops the collection and gives it a moment to take its half-written file away. */
final class Interruption implements AutoCloseable {

  private static final int SECONDS = 5;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  Interruption(SupportZips zips) {
    hook = new Thread(() -> stop(zips), "hearth-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(SupportZips zips) {
    zips.close();
    try {
      finished.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook itself is what ended the collection.
    }
  }
}
