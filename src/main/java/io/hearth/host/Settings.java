package io.hearth.host;

import java.util.Optional;

/**
 * The product's own settings, for small values of ours. Keys are under 100 characters, values under
 * {@link #LONGEST_VALUE}; both bounds are the product's.
 */
public interface Settings {
  /** Characters of one value. */
  int LONGEST_VALUE = 99_000;

  Optional<String> get(String key);

  void put(String key, String value);

  void remove(String key);
}
