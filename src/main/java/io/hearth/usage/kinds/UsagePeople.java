package io.hearth.usage.kinds;

import io.hearth.privacy.Category;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.MemoryKind;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.store.Counter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who is who today, by keyed hashes in memory. The numbers are those of this node, since no other
 * node's can be seen; nothing can be looked at, since the key would have to be as well.
 */
public final class UsagePeople extends MemoryKind {

  /** A hash, a number and what the person has added. */
  private static final int BYTES = 64;

  private final Supplier<Counter> counter;
  private final ChosenUsage chosen;

  public UsagePeople(Supplier<Counter> counter, ChosenUsage chosen) {
    super("usage-people", Category.PRODUCT_ANALYTICS);
    this.counter = counter;
    this.chosen = chosen;
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
