package io.hearth.web;

import io.hearth.application.Background;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something now and every hour, on a thread that ends with the app. */
final class Hourly implements AutoCloseable {

  private final ScheduledExecutorService thread;

  Hourly(String what, Runnable work, Incidents incidents) {
    thread = Executors.newSingleThreadScheduledExecutor(Background.threads("hearth-hourly"));
    // An exception would end the repetition.
    thread.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            incidents.part(what, e);
          }
        },
        0,
        1,
        TimeUnit.HOURS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
