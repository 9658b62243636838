package io.hearth.usage.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a use of a feature ended. */
public enum Outcome {
  OK,
  /** The one who asked was told no. */
  REFUSED,
  /** It broke. */
  FAILED;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Outcome> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
