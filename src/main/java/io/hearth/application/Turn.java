package io.hearth.application;

import java.util.concurrent.CountDownLatch;

/** Comes when every entry before this one is written. */
final class Turn {

  private final CountDownLatch come = new CountDownLatch(1);

  static Turn now() {
    Turn turn = new Turn();
    turn.come();
    return turn;
  }

  void come() {
    come.countDown();
  }

  void await() throws CollectionStopped {
    try {
      come.await();
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    }
  }
}
