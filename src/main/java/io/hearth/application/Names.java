package io.hearth.application;

import java.util.Locale;

/** Constants as the outside knows them: lower case, with hyphens. */
public final class Names {

  private Names() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
