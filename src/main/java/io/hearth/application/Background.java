package io.hearth.application;

import java.util.concurrent.ThreadFactory;

/** Threads for work that nobody waits for: the product goes first, and they never keep it alive. */
public final class Background {

  private Background() {}

  public static ThreadFactory threads(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      return thread;
    };
  }
}
