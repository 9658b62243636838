package io.hearth.application;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Carries the blocks of one entry from the thread that redacts to the one that writes. Ending it
 * never waits, so a thread that is told to stop does stop.
 */
final class Pipe implements Blocks.Receiver {

  private record Block(byte[] bytes, int length) {}

  private final Queue<Block> blocks = new ArrayDeque<>();
  private final int capacity;
  private boolean ended;

  Pipe(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void take(byte[] bytes, int length) throws CollectionStopped {
    try {
      while (blocks.size() >= capacity) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    }
    blocks.add(new Block(bytes, length));
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Passes everything on until the end. */
  void drainTo(Blocks.Receiver receiver) throws CollectionStopped {
    for (Optional<Block> block = next(); block.isPresent(); block = next()) {
      receiver.take(block.get().bytes(), block.get().length());
    }
  }

  private synchronized Optional<Block> next() throws CollectionStopped {
    try {
      while (blocks.isEmpty() && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    }
    notifyAll();
    return Optional.ofNullable(blocks.poll());
  }
}
