package io.hearth.application;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads for work that nobody waits for: the product goes first, and they never keep it alive. */
public final class Background {

  private Background() {}

  /** Gives threads that were told to end so much time: afterwards the product takes the classes. */
  public static void await(ExecutorService ending, Duration longest) {
    try {
      ending.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static ThreadFactory threads(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      return thread;
    };
  }
}
