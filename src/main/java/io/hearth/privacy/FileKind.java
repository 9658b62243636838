package io.hearth.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A kind that lies in files, which are looked at as they are. */
public abstract class FileKind implements DataKind {

  /** What is told of a kind. */
  public record About(String id, Category category, List<String> fields, List<Place> places) {}

  private static final int MOST_NAMES = 1000;

  private final About about;
  private final KeptFiles files;
  private final Supplier<Retention> retention;

  protected FileKind(About about, KeptFiles files, Supplier<Retention> retention) {
    this.about = about;
    this.files = files;
    this.retention = retention;
  }

  protected final KeptFiles files() {
    return files;
  }

  @Override
  public final String id() {
    return about.id();
  }

  @Override
  public final Category category() {
    return about.category();
  }

  @Override
  public final List<String> fields() {
    return about.fields();
  }

  @Override
  public final List<Place> places() {
    return about.places();
  }

  @Override
  public final Retention retention() {
    return retention.get();
  }

  /** Nothing switches it off but the app itself. */
  @Override
  public boolean collecting() {
    return true;
  }

  /**
   * Of records with these times. How many bytes some of them take is not told: they share files.
   */
  protected final Holdings holdings(Stream<Instant> times, Optional<Instant> before)
      throws IOException {
    List<Instant> taken = times.filter(time -> DataKind.takes(before, time)).toList();
    return Holdings.of(taken, before.isPresent() ? 0 : files.bytes());
  }

  @Override
  public List<String> rawNames() throws IOException {
    return files.names(MOST_NAMES);
  }

  @Override
  public Optional<InputStream> raw(String name) throws IOException {
    return files.open(name);
  }
}
