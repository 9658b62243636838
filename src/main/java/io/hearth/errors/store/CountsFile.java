package io.hearth.errors.store;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The snapshot of what became no error of a group. */
final class CountsFile {

  private static final String NAME = "intake-counts.json";
  private static final int LARGEST = 1 << 20;

  private final PrivateFolder folder;

  CountsFile(PrivateFolder folder) {
    this.folder = folder;
  }

  Lines.Tallied read() throws IOException {
    Path path = folder.path().resolve(NAME);
    boolean readable =
        Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= LARGEST;
    Optional<Lines.Line> line = readable ? Lines.read(folder.read(NAME).strip()) : Optional.empty();
    return line.orElse(null) instanceof Lines.Tallied tallied
        ? tallied
        : new Lines.Tallied(0, new IntakeTally());
  }

  void include(int journal, IntakeTally more) throws IOException {
    Lines.Tallied before = read();
    if (before.journal() < journal && !more.isEmpty()) {
      before.tally().add(more);
      folder.write(NAME, Lines.tallied(journal, before.tally()));
    }
  }

  void expire(Instant before) throws IOException {
    Lines.Tallied all = read();
    if (!all.tally().isEmpty()) {
      all.tally().expire(before);
      folder.write(NAME, Lines.tallied(all.journal(), all.tally()));
    }
  }
}
