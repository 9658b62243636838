package io.hearth.privacy;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What tells one person of a day from another without knowing them: in this node's memory only, and
 * gone with the day. Nothing can be looked at, since a salt that could be would be none.
 */
public abstract class MemoryKind implements DataKind {

  private final String id;
  private final Category category;

  protected MemoryKind(String id, Category category) {
    this.id = id;
    this.category = category;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final Category category() {
    return category;
  }

  @Override
  public final List<String> fields() {
    return List.of("salt", "sketch");
  }

  @Override
  public final List<Place> places() {
    return List.of(new Place(Place.Root.MEMORY, ""));
  }

  @Override
  public final Retention retention() {
    return new Retention.Fixed(1);
  }

  @Override
  public final List<String> rawNames() {
    return List.of();
  }

  @Override
  public final Optional<InputStream> raw(String name) {
    return Optional.empty();
  }
}
