package io.hearth.errors.page;

/**
 * A plugin key as three characters, so that a page can carry a list of apps. {@code
 * frontend/tracker/watch.ts} does the same.
 */
final class KeyHash {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private KeyHash() {}

  /** FNV-1a with 32 bits over the UTF-16 units, folded to 18. */
  static String of(String key) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x01000193;
    }
    int bits = (hash >>> 18) ^ (hash & 0x3ffff);
    return "" + digit(bits >>> 12) + digit(bits >>> 6) + digit(bits);
  }

  private static char digit(int bits) {
    return DIGITS.charAt(bits & 63);
  }
}
