package io.hearth.application;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one collection; they end with it. */
final class Workers implements AutoCloseable {

  /** Reading from a dead network drive cannot be broken off: the thread is left to itself then. */
  private static final Duration LONGEST_END = Duration.ofMillis(500);

  private final ExecutorService threads;

  Workers(String name, int count, int priority) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            count,
            work -> {
              Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setPriority(priority);
              return thread;
            });
  }

  /** Begins the work in the order of the calls. */
  <T> Future<T> begin(Callable<T> work) {
    return threads.submit(work);
  }

  /** Waits for the end of the work; what ended it here ends it there. */
  static <T> T result(Future<T> work) throws CollectionStopped {
    try {
      return work.get();
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CollectionStopped stopped) {
        throw stopped;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    Background.await(threads, LONGEST_END);
  }
}
