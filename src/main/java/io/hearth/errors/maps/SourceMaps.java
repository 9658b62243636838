package io.hearth.errors.maps;

import com.google.gson.Gson;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Source maps by app and script: those that an administrator gave, kept in {@code <shared
 * home>/hearth/source-maps}, and those that an app ships beside its scripts. They are read by the
 * administrator's browser; here they are only kept and found.
 */
public final class SourceMaps {

  /** A map that was given; {@code release} is empty when it fits any. */
  public record Given(
      String id, String app, String file, String release, long bytes, Instant addedAt) {}

  private record Kept(String app, String file, String release, long bytes, String addedAt) {}

  public static final int MOST = 1000;
  public static final long MOST_BYTES = 256L << 20;
  public static final int MOST_BYTES_OF_ONE = 32 << 20;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final String ABOUT = ".json";
  private static final String MAP = ".map";
  private static final Gson GSON = new Gson();

  private final Host host;
  private final Clock clock;
  private final AppScripts scripts;
  private final SecureRandom random = new SecureRandom();

  public SourceMaps(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
    this.scripts = new AppScripts(host);
  }

  private PrivateFolder folder() {
    return PrivateFolder.in(host.layout().sharedHome()).below("source-maps");
  }

  /** Newest first. */
  public List<Given> all() {
    try {
      List<Given> maps = new ArrayList<>();
      for (String name : folder().names()) {
        if (name.endsWith(ABOUT)) {
          find(name.substring(0, name.length() - ABOUT.length())).ifPresent(maps::add);
        }
      }
      maps.sort(Comparator.comparing(Given::addedAt).reversed());
      return maps;
    } catch (IOException e) {
      throw new UncheckedIOException("listing source maps", e);
    }
  }

  private Optional<Given> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      Kept kept = GSON.fromJson(folder().read(id + ABOUT), Kept.class);
      Instant added = Instant.parse(kept.addedAt());
      return Optional.of(
          new Given(id, kept.app(), kept.file(), kept.release(), kept.bytes(), added));
    } catch (IOException | RuntimeException notAMap) {
      // Half deleted, or somebody else's file: no map that could be used.
      return Optional.empty();
    }
  }

  /**
   * Keeps a map, in place of one for the same script and release.
   *
   * @throws NotASourceMap when it is none, or one too many
   */
  public Given add(String app, String file, String release, InputStream map) throws NotASourceMap {
    List<Given> before = all();
    Predicate<Given> same =
        one ->
            one.app().equals(app)
                && baseName(one.file()).equals(baseName(file))
                && one.release().equals(release);
    List<Given> others = before.stream().filter(same.negate()).toList();
    long room = MOST_BYTES - others.stream().mapToLong(Given::bytes).sum();
    if (others.size() >= MOST || room <= 0) {
      throw new NotASourceMap(NotASourceMap.Why.NO_ROOM);
    }
    String id = HexFormat.of().toHexDigits(random.nextLong());
    Given given = keep(id, app, file, release, map, Math.min(room, MOST_BYTES_OF_ONE));
    before.stream().filter(same).forEach(old -> delete(old.id()));
    return given;
  }

  private Given keep(String id, String app, String file, String release, InputStream map, long most)
      throws NotASourceMap {
    Instant now = clock.instant();
    try {
      long bytes = MapCheck.copy(folder(), id + MAP, map, most);
      Kept about = new Kept(app, file, release, bytes, now.toString());
      folder().write(id + ABOUT, GSON.toJson(about));
      return new Given(id, app, file, release, bytes, now);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping a source map", e);
    }
  }

  /** Whether there was such a map. */
  public boolean delete(String id) {
    if (find(id).isEmpty()) {
      return false;
    }
    try {
      folder().delete(id + ABOUT);
      folder().delete(id + MAP);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("deleting a source map", e);
    }
  }

  /**
   * The map of a script, for the caller to close: one given for this release, else one given for
   * any, else the one that the app ships.
   *
   * @param file as in a frame: the location inside the app's JAR, or a path that ends in its name
   */
  public Optional<InputStream> content(String app, String file, String release) {
    List<Given> given =
        all().stream()
            .filter(one -> one.app().equals(app) && baseName(one.file()).equals(baseName(file)))
            .toList();
    Optional<Given> best =
        given.stream()
            .filter(one -> one.release().equals(release) && !release.isEmpty())
            .findFirst()
            .or(() -> given.stream().filter(one -> one.release().isEmpty()).findFirst());
    return best.flatMap(this::open).or(() -> scripts.mapOf(app, file));
  }

  private Optional<InputStream> open(Given map) {
    try {
      return Optional.of(folder().open(map.id() + MAP));
    } catch (IOException deletedMeanwhile) {
      return Optional.empty();
    }
  }

  private static String baseName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
