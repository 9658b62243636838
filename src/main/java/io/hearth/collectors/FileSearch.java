package io.hearth.collectors;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the files of one item: what may be taken, and what should be there and cannot be had. */
final class FileSearch {

  /** Deep enough for {@code logs/synchrony/…}; a loop of folders ends here at the latest. */
  private static final int DEPTH = 4;

  /** Each costs some hundred bytes of memory until the ZIP is done. */
  private static final int MOST_FILES = 100_000;

  /** Never text, and a heap dump holds every password in memory. */
  private static final Pattern BINARY_NAME =
      Pattern.compile(
          ".*(\\.hprof|\\.phd|\\.jfr|\\.zip|\\.jar|\\.class|\\.(png|jpe?g|gif)|/core(\\.\\d+)?)"
              + "(\\.\\d+)?(\\.gz)?");

  private final SafeFiles files;
  private final EntryNames names = new EntryNames();
  private final List<FoundFile> found = new ArrayList<>();
  private final Set<Missing> missing = new LinkedHashSet<>();

  FileSearch(SafeFiles files) {
    this.files = files;
  }

  List<FoundFile> found() {
    return List.copyOf(found);
  }

  List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** Everything below a folder whose name (relative, {@code /}-separated) is wanted. */
  void folder(String prefix, Path folder, Predicate<String> wanted) {
    SafeFiles.Look look = files.look(folder);
    if (look instanceof SafeFiles.Look.Folder real) {
      walk(prefix, "", real.real(), wanted, DEPTH);
    } else if (look instanceof SafeFiles.Look.Refused refused) {
      miss(trimmed(prefix, folder), folder, refused.reason());
    } else {
      miss(trimmed(prefix, folder), folder, Unreadable.NOT_A_FILE);
    }
  }

  /** The files right in a folder that need not exist. */
  void flat(String prefix, Path folder, Pattern wanted) {
    SafeFiles.Look look = files.look(folder);
    if (look instanceof SafeFiles.Look.Refused refused && refused.reason() != Unreadable.VANISHED) {
      miss(trimmed(prefix, folder), folder, refused.reason());
    }
    if (look instanceof SafeFiles.Look.Folder real) {
      for (Path child : children(prefix + folder.getFileName(), real.real())) {
        String name = child.getFileName().toString();
        if (wanted.matcher(name).matches()) {
          take(prefix + name, child);
        }
      }
    }
  }

  /**
   * The files that match a glob below a folder, one pattern for each level. What is expected and
   * matches nothing is missing.
   */
  void glob(String prefix, Path folder, String glob, boolean expected) {
    int before = found.size() + missing.size();
    glob(prefix, folder, List.of(glob.split("/(?![^{]*})")));
    if (expected && found.size() + missing.size() == before) {
      miss(prefix + glob, folder.resolve(glob), Unreadable.VANISHED);
    }
  }

  private void glob(String prefix, Path folder, List<String> levels) {
    SafeFiles.Look look = files.look(folder);
    if (look instanceof SafeFiles.Look.Refused refused && refused.reason() != Unreadable.VANISHED) {
      miss(prefix.substring(0, prefix.length() - 1), folder, refused.reason());
    }
    if (!(look instanceof SafeFiles.Look.Folder real)) {
      return;
    }
    PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + levels.get(0));
    for (Path child : children(prefix, real.real())) {
      if (!matcher.matches(child.getFileName())) {
        continue;
      }
      String name = prefix + child.getFileName();
      if (levels.size() == 1) {
        take(name, child);
      } else {
        glob(name + "/", child, levels.subList(1, levels.size()));
      }
    }
  }

  private void walk(String prefix, String below, Path folder, Predicate<String> wanted, int depth) {
    for (Path child : children(prefix + below, folder)) {
      String name = below + child.getFileName();
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        if (depth > 1) {
          walk(prefix, name + "/", child, wanted, depth - 1);
        } else {
          miss(prefix + name, child, Unreadable.OVER_LIMIT);
        }
      } else if (wanted.test(name)) {
        take(prefix + name, child);
      }
    }
  }

  private List<Path> children(String name, Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      listing.forEach(children::add);
    } catch (IOException e) {
      miss(name, folder, SafeFiles.reasonFor(folder, e));
    } catch (DirectoryIteratorException e) {
      miss(name, folder, SafeFiles.reasonFor(folder, e.getCause()));
    }
    Collections.sort(children);
    return children;
  }

  /** The files of one rotating log that the instance itself names: its folder should be there. */
  void rotations(String prefix, Path folder, Pattern wanted) {
    if (files.look(folder) instanceof SafeFiles.Look.Refused refused) {
      miss(trimmed(prefix, folder), folder, refused.reason());
    } else {
      flat(prefix, folder, wanted);
    }
  }

  private void take(String name, Path path) {
    if (found.size() >= MOST_FILES) {
      miss(MOST_FILES + " files and more", path.getParent(), Unreadable.OVER_LIMIT);
      return;
    }
    SafeFiles.Look look = files.look(path);
    if (look instanceof SafeFiles.Look.Refused refused) {
      miss(name, path, refused.reason());
    } else if (look instanceof SafeFiles.Look.Readable readable) {
      takeReadable(name, path, readable);
    } else {
      miss(name, path, Unreadable.NOT_A_FILE);
    }
  }

  private void takeReadable(String name, Path path, SafeFiles.Look.Readable file) {
    if (BINARY_NAME.matcher("/" + name.toLowerCase(Locale.ROOT)).matches()) {
      miss(name, path, Unreadable.BINARY);
      return;
    }
    boolean packed = Gzip.isNamed(path);
    names
        .claim(packed ? name.substring(0, name.length() - ".gz".length()) : name)
        .ifPresentOrElse(
            safe -> found.add(new FoundFile(safe, path, bytes(path, file), file.modified())),
            () -> miss(name, path, Unreadable.UNSAFE_NAME));
  }

  private long bytes(Path path, SafeFiles.Look.Readable file) {
    if (!Gzip.isNamed(path)) {
      return file.size();
    }
    try (SeekableByteChannel channel = files.open(path)) {
      return Gzip.unpackedSize(channel);
    } catch (IOException e) {
      return file.size();
    }
  }

  private void miss(String name, Path path, Unreadable reason) {
    missing.add(new Missing(EntryNames.shown(name), EntryNames.shown(path.toString()), reason));
  }

  private static String trimmed(String prefix, Path folder) {
    return prefix + folder.getFileName();
  }
}
