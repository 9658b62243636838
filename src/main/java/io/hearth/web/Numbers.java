package io.hearth.web;

import java.math.BigDecimal;
import java.util.Optional;

/** Whole numbers out of hostile text: {@code 1e999999999} must not be written out. */
final class Numbers {

  /** More than any number of ours has, and little enough for {@link BigDecimal} to be quick. */
  private static final int MAX_LENGTH = 40;

  private Numbers() {}

  /** The number, when it is whole and fits. */
  static Optional<Long> whole(String text) {
    try {
      return text.length() > MAX_LENGTH
          ? Optional.empty()
          : Optional.of(new BigDecimal(text).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static boolean hasFraction(String text) {
    try {
      return text.length() <= MAX_LENGTH && new BigDecimal(text).stripTrailingZeros().scale() > 0;
    } catch (ArithmeticException | NumberFormatException e) {
      return false;
    }
  }
}
