package io.hearth.errors.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Counts failures to write, and tells of the first of a row. */
final class Troubles {

  private final Path folder;
  private final Consumer<String> warnings;
  private boolean told;
  private long count;

  Troubles(Path folder, Consumer<String> warnings) {
    this.folder = folder;
    this.warnings = warnings;
  }

  synchronized void failed(IOException e) {
    count++;
    if (!told) {
      told = true;
      warnings.accept(
          "Browser errors are counted in memory, as they cannot be written below "
              + folder
              + ": "
              + e
              + ". Hearth keeps trying.");
    }
  }

  synchronized void none() {
    told = false;
  }

  synchronized long count() {
    return count;
  }
}
