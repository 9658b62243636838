package io.hearth.errors.event;

import java.util.Locale;

/** The protocol's levels of severity. */
public enum Level {
  FATAL,
  ERROR,
  WARNING,
  INFO,
  DEBUG;

  /** An unknown level, of a newer SDK or a forged one, is an error. */
  public static Level of(String name) {
    for (Level level : values()) {
      if (level.id().equals(name)) {
        return level;
      }
    }
    return ERROR;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
