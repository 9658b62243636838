package io.hearth.web;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What needs the product's folders, and so is opened when it is first asked for: a product that is
 * being set up has none yet. Once closed it opens no more.
 */
final class Late<T> {

  private final Supplier<T> open;
  private Optional<T> opened = Optional.empty();
  private boolean closed;

  Late(Supplier<T> open) {
    this.open = open;
  }

  synchronized T get() {
    if (closed) {
      throw new IllegalStateException("the app is being switched off");
    }
    if (opened.isEmpty()) {
      opened = Optional.of(open.get());
    }
    return opened.get();
  }

  /** What was open, for the caller to end. */
  synchronized Optional<T> close() {
    closed = true;
    Optional<T> last = opened;
    opened = Optional.empty();
    return last;
  }
}
