package io.hearth.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file under another name until it is whole: nobody finds half a ZIP where they look for one. */
final class PartFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private Optional<OutputStream> out = Optional.empty();

  PartFile(Path target) {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
  }

  OutputStream open() throws IOException {
    OutputStream opened = Files.newOutputStream(part);
    out = Optional.of(opened);
    return opened;
  }

  /** The whole file appears under its name at once. */
  void keep() throws IOException {
    closeOut();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Takes away what was not kept, and only what this object made. */
  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      closeOut();
      Files.deleteIfExists(part);
    }
  }

  private void closeOut() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }
}
