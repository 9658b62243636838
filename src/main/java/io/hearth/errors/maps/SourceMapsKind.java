package io.hearth.errors.maps;

import io.hearth.errors.maps.SourceMaps.Given;
import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.FileKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.KeptFiles;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Source maps that an administrator gave. */
public final class SourceMapsKind extends FileKind {

  public static final String ID = "source-maps";
  private static final About ABOUT =
      new About(
          ID,
          Category.ERROR_TRACKING,
          List.of("app", "file", "release", "bytes", "addedAt", "map"),
          List.of(new Place(Place.Root.SHARED_HOME, "hearth/source-maps/")));

  private final SourceMaps maps;

  /**
   * @param hearth the app's folder in the shared home
   */
  public SourceMapsKind(
      Supplier<PrivateFolder> hearth, SourceMaps maps, Supplier<Retention> retention) {
    super(
        ABOUT,
        new KeptFiles(hearth, List.of("source-maps/*.json", "source-maps/*.map")),
        retention);
    this.maps = maps;
  }

  private List<Given> older(Optional<Instant> before) {
    return maps.all().stream().filter(map -> DataKind.takes(before, map.addedAt())).toList();
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    List<Given> older = older(before);
    return Holdings.of(
        older.stream().map(Given::addedAt).toList(),
        before.isPresent() ? older.stream().mapToLong(Given::bytes).sum() : files().bytes());
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = older(before).stream().filter(map -> maps.delete(map.id())).count();
    if (before.isEmpty()) {
      // Also what is only half there.
      files().delete();
    }
    return went;
  }
}
