package io.hearth.redaction.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The logs, or the configuration files, below a folder, in memory. */
record BenchFiles(List<One> all) {
  /** So many bytes are measured at least; a few small files are taken several times. */
  private static final long ENOUGH = 8_000_000;

  private static final Pattern CONFIG =
      Pattern.compile(".*\\.(xml|properties|json|ya?ml|conf|cfg|sh|ini)");

  record One(String name, byte[] text) {}

  static BenchFiles read(Path folder, String part) throws IOException {
    List<One> once = new ArrayList<>();
    for (Path path : paths(folder, part)) {
      once.add(new One(folder.relativize(path).toString(), Files.readAllBytes(path)));
    }
    long bytes = new BenchFiles(once).bytes();
    if (bytes == 0) {
      throw new IOException("no " + part + " below " + folder);
    }
    List<One> all = new ArrayList<>(once);
    for (long taken = bytes; taken < ENOUGH; taken += bytes) {
      all.addAll(once);
    }
    return new BenchFiles(all);
  }

  static List<Path> paths(Path folder, String part) throws IOException {
    boolean config = part.equals("config");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith(".gz"))
          .filter(path -> isConfig(path) == config)
          .sorted()
          .toList();
    }
  }

  private static boolean isConfig(Path path) {
    return CONFIG.matcher(path.getFileName().toString().toLowerCase(Locale.ROOT)).matches();
  }

  double megabytes() {
    return bytes() / 1e6;
  }

  private long bytes() {
    return all.stream().mapToLong(one -> one.text().length).sum();
  }
}
