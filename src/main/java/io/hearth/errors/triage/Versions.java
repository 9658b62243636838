package io.hearth.errors.triage;

import java.math.BigInteger;

/** Orders versions as people read them: part by part, numbers by their value. */
final class Versions {

  private Versions() {}

  static int compare(String one, String other) {
    String[] a = one.split("[.+_-]");
    String[] b = other.split("[.+_-]");
    for (int n = 0; n < Math.min(a.length, b.length); n++) {
      int order = part(a[n], b[n]);
      if (order != 0) {
        return order;
      }
    }
    if (a.length == b.length) {
      return 0;
    }
    // What follows tells: 1.2.1 is after 1.2, and 1.2-beta before it.
    String[] longer = a.length > b.length ? a : b;
    boolean number = isNumber(longer[Math.min(a.length, b.length)]);
    return number == a.length > b.length ? 1 : -1;
  }

  private static int part(String one, String other) {
    if (isNumber(one) && isNumber(other)) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    if (isNumber(one) != isNumber(other)) {
      return isNumber(one) ? 1 : -1;
    }
    return one.compareToIgnoreCase(other);
  }

  private static boolean isNumber(String part) {
    return !part.isEmpty()
        && part.length() < 30
        && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
