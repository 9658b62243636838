package io.hearth.collectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Small text files of the operating system: {@code /proc}, {@code /sys/fs/cgroup} and {@code
 * /etc/os-release}. They lie outside of the product's folders, so their names stand in our code and
 * never come from a file of the instance, save for the process's own cgroup path.
 */
final class SystemFiles {

  private static final int MOST_BYTES = 64 * 1024;

  private final Path root;

  /** {@code root} is {@code /}; in tests a folder that looks like it. */
  SystemFiles(Path root) {
    this.root = root;
  }

  /** Empty where there is no such file, as on other systems than Linux. */
  Optional<String> text(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip());
    } catch (IOException notReadable) {
      return Optional.empty();
    }
  }

  List<String> lines(String path) {
    return text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** A file that holds one number; empty for {@code max} and other words. */
  Optional<Long> number(String path) {
    return text(path).flatMap(SystemFiles::parsed);
  }

  /** The value behind {@code name} in lines of {@code name value}, {@code :} or {@code =}. */
  Optional<String> value(String path, String name) {
    return lines(path).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()))
        .filter(rest -> rest.matches("[\\s:=].*"))
        .map(rest -> rest.replaceFirst("^[\\s:=]+", "").strip())
        .findFirst();
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }

  static Optional<Long> number(Optional<String> text) {
    return text.flatMap(SystemFiles::parsed);
  }
}
