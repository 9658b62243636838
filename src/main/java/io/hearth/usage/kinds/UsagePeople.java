package io.hearth.usage.kinds;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.store.Counter;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is who today, by keyed hashes in memory. The numbers are those of this node, since no other
 * node's can be seen; nothing can be looked at, since the key would have to be as well.
 */
public record UsagePeople(Supplier<Counter> counter, ChosenUsage chosen) implements DataKind {

  /** A hash, a number and what the person has added. */
  private static final int BYTES = 64;

  @Override
  public String id() {
    return "usage-people";
  }

  @Override
  public Category category() {
    return Category.PRODUCT_ANALYTICS;
  }

  @Override
  public List<String> fields() {
    return List.of("salt", "sketch");
  }

  @Override
  public List<Place> places() {
    return List.of(new Place(Place.Root.MEMORY, ""));
  }

  @Override
  public Retention retention() {
    return new Retention.Fixed(1);
  }

  @Override
  public boolean collecting() {
    return chosen.consent().isPresent();
  }

  @Override
  public Holdings holdings(Optional<Instant> before) {
    long people = before.isEmpty() ? counter.get().people() : 0;
    return new Holdings(people, people * BYTES, Optional.empty());
  }

  @Override
  public List<String> rawNames() {
    return List.of();
  }

  @Override
  public Optional<InputStream> raw(String name) {
    return Optional.empty();
  }

  /** With them goes what was counted since it was last written: the one is not known without. */
  @Override
  public long delete(Optional<Instant> before) {
    long people = before.isEmpty() ? counter.get().people() : 0;
    if (before.isEmpty()) {
      counter.get().forget();
    }
    return people;
  }
}
