package io.hearth.errors.store;

/** What becomes of an event that is no error of a group. */
public enum Outcome {
  /** Noise, or left out by a filter. */
  FILTERED("filtered"),
  /** Lost on the way, as the browser reports. */
  NOT_DELIVERED("notDelivered"),
  /** Over a limit, or malformed. */
  REFUSED("refused");

  private final String key;

  Outcome(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  static Outcome of(String key) {
    for (Outcome outcome : values()) {
      if (outcome.key.equals(key)) {
        return outcome;
      }
    }
    throw new IllegalStateException("no outcome: " + key.length() + " characters");
  }
}
