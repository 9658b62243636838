package io.hearth.host.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads the few small files that tell about a product that is down; what cannot be read is empty.
 */
final class SmallFiles {

  private static final int MOST_BYTES = 1024 * 1024;

  private SmallFiles() {}

  /** Only what is a regular file below the root when links are resolved: a FIFO would block. */
  static Optional<String> text(Path root, String relative) {
    try {
      Path file = root.resolve(relative).toRealPath();
      if (!Files.isRegularFile(file) || !file.startsWith(root.toRealPath())) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Optional<String> property(Path root, String relative, String name) {
    return text(root, relative).flatMap(text -> property(text, name));
  }

  static Optional<String> property(String text, String name) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** What lies in a folder and matches a glob, in order; nothing when there is no such folder. */
  static List<Path> matching(Path folder, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, glob)) {
      listing.forEach(found::add);
    } catch (IOException | DirectoryIteratorException absent) {
      return List.of();
    }
    Collections.sort(found);
    return found;
  }
}
