package io.hearth.errors.triage;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.StoredGroup;
import java.util.List;

/**
 * One group as it is shown: all its parts as one.
 *
 * @param group the sum of the parts, called as the part that was seen first
 * @param parts at least one
 * @param mapped its frames were led back to the original source
 */
public record Card(StoredGroup group, List<Part> parts, State state, boolean mapped, String notes) {

  /** A stored group in it; {@code byHand} when an administrator put it there. */
  public record Part(StoredGroup group, boolean byHand) {}

  public Card {
    parts = List.copyOf(parts);
  }

  public GroupId id() {
    return group.id();
  }
}
