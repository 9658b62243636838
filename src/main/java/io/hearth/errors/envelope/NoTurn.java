package io.hearth.errors.envelope;

/** A large envelope that is not read now, as another one is; it may come again. */
public final class NoTurn extends Exception {
  private static final long serialVersionUID = 1L;

  NoTurn() {
    super("another large envelope is being read");
  }
}
