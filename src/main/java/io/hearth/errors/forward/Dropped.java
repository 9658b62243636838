package io.hearth.errors.forward;

/** Why an error was not forwarded. It is kept on the instance all the same. */
public enum Dropped {
  /** More came than are forwarded in a second. */
  RATE,
  /** Too many wait already. */
  FULL,
  /** The destination asked for a pause. */
  TOLD_TO_WAIT,
  /** The destination does not want it. */
  REFUSED,
  /** It did not arrive, however often it was tried. */
  NOT_DELIVERED,
  /** It could not be scrubbed. */
  FAILED
}
