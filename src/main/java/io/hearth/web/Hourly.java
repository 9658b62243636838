package io.hearth.web;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something now and every hour, on a thread that ends with the app. */
final class Hourly implements AutoCloseable {

  private final ScheduledExecutorService thread;

  Hourly(String what, Runnable work, Incidents incidents) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread made = new Thread(run, "hearth-hourly");
              made.setDaemon(true);
              made.setPriority(Thread.MIN_PRIORITY);
              return made;
            });
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
