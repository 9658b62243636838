package io.hearth.usage.store;

/**
 * How often, and by how many people at least.
 *
 * <p>People of two nodes, or before and after a restart, may be the same: together they are at
 * least as many as the larger number, and nothing more is known. So a sum never seems to be of more
 * people than it is.
 */
public record Count(long events, int people) {

  public static final Count NONE = new Count(0, 0);

  public Count plus(Count other) {
    return new Count(events + other.events, Math.max(people, other.people));
  }
}
