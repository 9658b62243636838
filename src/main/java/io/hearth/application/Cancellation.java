package io.hearth.application;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The way to stop a collection from another thread. The work asks before every block; a thread that
 * waits, between two thread dumps for instance, is woken by an interrupt.
 *
 * <p>The thread belongs to the servlet container: it is interrupted only while it is bound, under
 * the same lock, and gives an interrupt that came last back before it leaves.
 */
final class Cancellation {

  private final Object lock = new Object();
  private final AtomicReference<Thread> worker = new AtomicReference<>();
  private volatile boolean requested;

  void cancel() {
    synchronized (lock) {
      requested = true;
      Thread thread = worker.get();
      if (thread != null) {
        thread.interrupt();
      }
    }
  }

  boolean requested() {
    return requested;
  }

  void check() throws CollectionStopped {
    if (requested) {
      throw new CollectionStopped.Cancelled();
    }
  }

  /** From here on the current thread does the work, until the result is closed. */
  Binding bind() {
    synchronized (lock) {
      worker.set(Thread.currentThread());
    }
    return () -> {
      synchronized (lock) {
        worker.set(null);
        if (requested) {
          Thread.interrupted();
        }
      }
    };
  }

  @FunctionalInterface
  interface Binding extends AutoCloseable {
    @Override
    void close();
  }
}
