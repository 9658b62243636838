package io.hearth.errors.envelope;

/** An envelope that is not taken; the message names place, limit and value, for developers. */
public final class MalformedEnvelope extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  private MalformedEnvelope(String message, boolean tooLarge) {
    super(message);
    this.tooLarge = tooLarge;
  }

  static MalformedEnvelope at(String place, String what) {
    return new MalformedEnvelope(place + ": " + what, false);
  }

  static MalformedEnvelope tooLarge(int most) {
    return new MalformedEnvelope("more than " + most + " bytes unpacked", true);
  }

  /** Whether it is refused for its size, and not for what it holds. */
  public boolean tooLarge() {
    return tooLarge;
  }
}
