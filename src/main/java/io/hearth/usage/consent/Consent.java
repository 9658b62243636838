package io.hearth.usage.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a system administrator agreed to.
 *
 * @param by what the administrator logs in with
 * @param at when this was agreed to
 * @param since when counting began that has not been withdrawn since
 * @param features the names of all features that may be counted; others wait until they are agreed
 *     to as well
 */
public record Consent(
    String by, Instant at, Instant since, Set<Counting> kinds, Collection<String> features) {

  public Consent {
    kinds = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
    features = new TreeSet<>(features);
  }

  public boolean covers(Counting kind) {
    return kinds.contains(kind);
  }
}
