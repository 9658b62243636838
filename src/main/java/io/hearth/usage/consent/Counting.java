package io.hearth.usage.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of counting; an administrator agrees to each by itself. */
public enum Counting {
  /** How often this app's features are used, and how it ended; without it there is no other. */
  FEATURES,
  /** How long it took, in fixed steps. */
  DURATIONS,
  /** By how many people a day; otherwise only whether they were many enough to show a number. */
  PEOPLE,
  /** The same of other apps. */
  OTHER_APPS;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Counting> byId(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
