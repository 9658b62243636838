package io.hearth.application;

import java.io.IOException;

/**
 * The collection as a whole cannot go on: somebody stopped it, or nobody takes its bytes any more.
 * Everything else that goes wrong concerns one entry and is a result.
 */
abstract sealed class CollectionStopped extends IOException {

  private CollectionStopped(String message, Throwable cause) {
    super(message, cause);
  }

  static final class Cancelled extends CollectionStopped {
    Cancelled() {
      super("cancelled", null);
    }
  }

  static final class SinkFailed extends CollectionStopped {
    SinkFailed(IOException cause) {
      super("the ZIP cannot be written on", cause);
    }
  }
}
