package io.hearth.collectors;

import io.hearth.host.Host;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a collection may take.
 *
 * @param since only data newer than this, where its age can be told
 * @param maxBytesPerItem of unpacked text; the newest is kept
 * @param options by item id: what a person chose for it, already checked
 * @param live whether the product runs around us; false offline
 * @param window of the lines of logs, where they tell their time
 */
public record Scope(
    Host host,
    Clock clock,
    Optional<Instant> since,
    long maxBytesPerItem,
    Map<String, Map<String, String>> options,
    boolean live,
    Optional<TimeWindow> window) {

  /** Of any time. */
  public Scope(
      Host host,
      Clock clock,
      Optional<Instant> since,
      long maxBytesPerItem,
      Map<String, Map<String, String>> options,
      boolean live) {
    this(host, clock, since, maxBytesPerItem, options, live, Optional.empty());
  }

  /** The same with less for each item. */
  public Scope atMost(long bytesPerItem) {
    return new Scope(host, clock, since, bytesPerItem, options, live, window);
  }

  /** What was chosen for an option of an item, or its standard. */
  int option(Item item, Item.Option option) {
    String chosen = options.getOrDefault(item.id(), Map.of()).get(option.name());
    return chosen == null ? option.standard() : Integer.parseInt(chosen);
  }
}
