package io.hearth.errors.page;

import java.util.List;
import java.util.Set;

/**
 * Whose errors are reported by the pages of the instance.
 *
 * @param apps plugin keys, with {@link Mode#CHOSEN}
 * @param keptNoise kinds of noise that are reported all the same
 * @param instanceKey 32 hexadecimal digits that say nothing about the customer
 */
public record Watched(Mode mode, Set<String> apps, List<String> keptNoise, String instanceKey) {

  /** As the administrator chooses. */
  public enum Mode {
    NONE,
    THIS_APP,
    CHOSEN,
    ALL_APPS,
    EVERYTHING
  }

  public Watched {
    apps = Set.copyOf(apps);
    keptNoise = List.copyOf(keptNoise);
  }
}
