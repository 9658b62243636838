package io.hearth.errors.grouping;

import java.util.Arrays;

/**
 * The properties through which a failing expression goes, such as {@code owner.contact.mail}, read
 * from {@link io.hearth.errors.event.Frame#context}: minifiers keep them while they take away the
 * names of functions, and engines that say only the last one point near it.
 */
final class Chain {

  /** How many properties before the failing one are looked at. */
  private static final int OWNERS = 2;

  private Chain() {}

  /**
   * The chain nearest to the position that goes through a property; empty when none does, or when
   * nothing stands before it that could tell it from others.
   */
  static String of(String context, String property) {
    if (property.isEmpty() || context.isEmpty()) {
      return "";
    }
    String[] chains = context.split(" ");
    int position = 0;
    while (position < chains.length - 1 && chains[position].indexOf('^') < 0) {
      position++;
    }
    for (int away = 0; away < chains.length; away++) {
      for (int n :
          away == 0 ? new int[] {position} : new int[] {position - away, position + away}) {
        String found = n < 0 || n >= chains.length ? "" : upTo(chains[n], property);
        if (!found.isEmpty()) {
          return found.indexOf('.') < 0 ? "" : found;
        }
      }
    }
    return "";
  }

  private static String upTo(String chain, String property) {
    String[] names = chain.replace("^", "").split("\\.");
    for (int n = names.length - 1; n >= 0; n--) {
      if (names[n].equals(property)) {
        int first = Math.max(0, n - OWNERS);
        return String.join(".", Arrays.copyOfRange(names, first, n + 1));
      }
    }
    return "";
  }
}
