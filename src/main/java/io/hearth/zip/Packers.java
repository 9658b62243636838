package io.hearth.zip;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;

/**
 * Compresses blocks on several threads and gives them back in the order in which they came. Used by
 * one thread; holds a bounded number of blocks. A block that is lost, be it by an interrupt, makes
 * every later call fail: what follows it would not unpack.
 */
final class Packers {

  /** Takes a block that is compressed, in order. */
  @FunctionalInterface
  interface Receiver {
    void take(Block block) throws IOException;
  }

  private record Pending(Block block, Future<?> packed) {}

  /**
   * More would wait for the one thread that writes, and each takes two blocks, some 600 KB, of the
   * heap.
   */
  static final int MOST_THREADS = 16;

  private final Receiver receiver;
  private final BlockingQueue<Deflater> deflaters;
  private final ExecutorService workers;
  private final boolean alone;
  private final int capacity;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Deque<Block> free = new ArrayDeque<>();
  private int made;
  private boolean lost;

  Packers(ZipOptions options, Receiver receiver) {
    int threads = Math.min(MOST_THREADS, options.threads());
    this.receiver = receiver;
    this.alone = threads == 1;
    this.capacity = alone ? 2 : 2 * threads + 2;
    this.deflaters = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      deflaters.add(new Deflater(options.level(), true));
    }
    this.workers = Executors.newFixedThreadPool(threads, threads(options.priority()));
  }

  private static ThreadFactory threads(int priority) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "hearth-zip-" + count.incrementAndGet());
      thread.setDaemon(true);
      thread.setPriority(priority);
      return thread;
    };
  }

  /** An empty block; waits for the oldest one to be done when all are in use. */
  Block obtain() throws IOException {
    checkNothingLost();
    if (free.isEmpty() && made < capacity) {
      made++;
      return new Block();
    }
    while (free.isEmpty()) {
      deliver();
    }
    Block block = free.pop();
    block.clear();
    return block;
  }

  /** Gives back a block that need not be written. */
  void release(Block block) {
    free.push(block);
  }

  /** Has a block compressed, and passes on what is done by now. */
  void submit(Block block, boolean last) throws IOException {
    checkNothingLost();
    FutureTask<?> task = new FutureTask<>(() -> pack(block, last), block);
    pending.add(new Pending(block, task));
    if (alone) {
      task.run();
    } else {
      workers.execute(task);
    }
    while (!pending.isEmpty() && pending.peek().packed().isDone()) {
      deliver();
    }
  }

  /** Compresses on this thread, for an entry that is one block. */
  void pack(Block block, boolean last) {
    Deflater deflater = deflaters.remove();
    try {
      block.pack(deflater, last);
    } finally {
      deflaters.add(deflater);
    }
  }

  /** Passes on everything that was submitted. */
  void drain() throws IOException {
    checkNothingLost();
    while (!pending.isEmpty()) {
      deliver();
    }
  }

  private void deliver() throws IOException {
    Pending oldest = pending.remove();
    lost = true;
    try {
      oldest.packed().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the ZIP was compressed");
    } catch (ExecutionException e) {
      throw new IOException("a block of the ZIP could not be compressed", e.getCause());
    }
    receiver.take(oldest.block());
    free.push(oldest.block());
    lost = false;
  }

  private void checkNothingLost() throws IOException {
    if (lost) {
      throw new IOException("a block of the ZIP was lost before");
    }
  }

  /** Ends the threads; a block that is being compressed takes some milliseconds. */
  void stop() {
    workers.shutdownNow();
    boolean interrupted = false;
    while (true) {
      try {
        if (workers.awaitTermination(1, TimeUnit.SECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    pending.clear();
    deflaters.forEach(Deflater::end);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
