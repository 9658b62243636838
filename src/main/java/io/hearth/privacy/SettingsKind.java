package io.hearth.privacy;

import io.hearth.host.Settings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What lies in the product's own settings: without an age, deleted as a whole. */
public final class SettingsKind implements DataKind {

  /**
   * A setting.
   *
   * @param secret holds what nobody may look at, a token for example
   */
  public record Key(String name, boolean secret) {}

  /** What the host port puts in front of each key, as all apps share one namespace. */
  private static final String PREFIX = "io.hearth.";

  private final String id;
  private final List<Key> keys;
  private final List<String> fields;
  private final Settings settings;

  public SettingsKind(String id, List<Key> keys, List<String> fields, Settings settings) {
    this.id = id;
    this.keys = List.copyOf(keys);
    this.fields = List.copyOf(fields);
    this.settings = settings;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Category category() {
    return Category.OWN_RECORDS;
  }

  @Override
  public List<String> fields() {
    return fields;
  }

  @Override
  public List<Place> places() {
    return keys.stream().map(key -> new Place(Place.Root.SETTINGS, PREFIX + key.name())).toList();
  }

  @Override
  public Retention retention() {
    return new Retention.WhileInstalled();
  }

  @Override
  public boolean collecting() {
    return true;
  }

  /** Nothing is older than another moment, as no time is kept. */
  @Override
  public Holdings holdings(Optional<Instant> before) {
    List<String> values = before.isPresent() ? List.of() : values();
    long bytes =
        values.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
    return new Holdings(values.size(), bytes, Optional.empty());
  }

  private List<String> values() {
    return keys.stream().flatMap(key -> settings.get(key.name()).stream()).toList();
  }

  @Override
  public List<String> rawNames() {
    return keys.stream()
        .filter(key -> !key.secret() && settings.get(key.name()).isPresent())
        .map(Key::name)
        .toList();
  }

  @Override
  public Optional<InputStream> raw(String name) {
    return Optional.of(name)
        .filter(rawNames()::contains)
        .flatMap(settings::get)
        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public long delete(Optional<Instant> before) {
    long went = holdings(before).records();
    if (before.isEmpty()) {
      keys.forEach(key -> settings.remove(key.name()));
    }
    return went;
  }
}
