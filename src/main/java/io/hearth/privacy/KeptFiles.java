package io.hearth.privacy;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The files of a kind: those below the app's folder whose paths are as one of some patterns, such
 * as {@code nodes/*}{@code /errors/*.jsonl}. A name leads to a file only by such a pattern, segment
 * by segment and through real folders, so no name leads anywhere else.
 */
public final class KeptFiles {

  /** A file, by its path below the app's folder. */
  public record Found(String name, Path path, long bytes, long modified) {}

  /** Of one kind; the bounds of each kind are far lower. */
  private static final int MOST = 20_000;

  private final Supplier<PrivateFolder> root;
  private final List<List<Pattern>> patterns;

  /** Asked for its root each time: a product that is being set up has no home yet. */
  public KeptFiles(Supplier<PrivateFolder> root, List<String> patterns) {
    this.root = root;
    this.patterns = patterns.stream().map(KeptFiles::segments).toList();
  }

  private static List<Pattern> segments(String pattern) {
    return Arrays.stream(pattern.split("/")).map(KeptFiles::segment).toList();
  }

  /** An asterisk stands for what a file of ours may be called: no name begins with a point. */
  private static Pattern segment(String text) {
    String[] parts = text.split("\\*", -1);
    String quoted =
        String.join("[A-Za-z0-9._-]*", Arrays.stream(parts).map(Pattern::quote).toList());
    return Pattern.compile("(?!\\.)" + quoted);
  }

  /** Newest first. */
  public List<Found> all() throws IOException {
    List<Found> found = new ArrayList<>();
    for (List<Pattern> pattern : patterns) {
      look(root.get(), "", pattern, found);
    }
    found.sort(Comparator.comparingLong(Found::modified).reversed().thenComparing(Found::name));
    return found;
  }

  private static void look(
      PrivateFolder folder, String above, List<Pattern> pattern, List<Found> found)
      throws IOException {
    for (String name : folder.names()) {
      if (pattern.get(0).matcher(name).matches() && found.size() < MOST) {
        Path path = folder.path().resolve(name);
        if (pattern.size() == 1) {
          file(above + name, path).ifPresent(found::add);
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          look(folder.below(name), above + name + "/", pattern.subList(1, pattern.size()), found);
        }
      }
    }
  }

  private static Optional<Found> file(String name, Path path) throws IOException {
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile()
          ? Optional.of(new Found(name, path, file.size(), file.lastModifiedTime().toMillis()))
          : Optional.empty();
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    }
  }

  public List<String> names(int most) throws IOException {
    return all().stream().limit(most).map(Found::name).toList();
  }

  public long bytes() throws IOException {
    return all().stream().mapToLong(Found::bytes).sum();
  }

  public Optional<InputStream> open(String name) throws IOException {
    String[] parts = name.split("/", -1);
    boolean known = patterns.stream().anyMatch(pattern -> fits(parts, pattern));
    PrivateFolder folder = root.get();
    for (int n = 0; known && n < parts.length - 1; n++) {
      folder = folder.below(parts[n]);
      known = Files.isDirectory(folder.path(), LinkOption.NOFOLLOW_LINKS);
    }
    String last = parts[parts.length - 1];
    if (!known || file(name, folder.path().resolve(last)).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.open(last));
    } catch (NoSuchFileException deletedMeanwhile) {
      return Optional.empty();
    }
  }

  private static boolean fits(String[] parts, List<Pattern> pattern) {
    boolean fits = parts.length == pattern.size();
    for (int n = 0; fits && n < parts.length; n++) {
      fits = pattern.get(n).matcher(parts[n]).matches();
    }
    return fits;
  }

  /** Deletes what there is, and counts it. */
  public long delete() throws IOException {
    List<Found> all = all();
    for (Found one : all) {
      Files.deleteIfExists(one.path());
    }
    return all.size();
  }
}
