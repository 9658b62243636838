package io.hearth.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A kind that lies in files, which are looked at as they are. */
public abstract class FileKind implements DataKind {

  /** What is told of a kind. */
  public record About(String id, Category category, List<String> fields, List<Place> places) {}

  private static final int MOST_NAMES = 1000;

  private final About about;
  private final KeptFiles files;

  protected FileKind(About about, KeptFiles files) {
    this.about = about;
    this.files = files;
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
  public List<String> rawNames() throws IOException {
    return files.names(MOST_NAMES);
  }

  @Override
  public Optional<InputStream> raw(String name) throws IOException {
    return files.open(name);
  }
}
