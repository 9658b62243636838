package io.hearth.errors.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is on the disk. */
final class Disk {

  private static final int BLOCK = 4096;

  private Disk() {}

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static List<Path> filesWith(Path folder, String text) throws IOException {
    List<Path> with = new ArrayList<>();
    for (Path file : files(folder)) {
      if (Files.readString(file).contains(text)) {
        with.add(file);
      }
    }
    return with;
  }

  /** As the file system counts, in blocks. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : files(folder)) {
      bytes += -Math.floorDiv(-Files.size(file), BLOCK) * BLOCK;
    }
    return bytes;
  }
}
