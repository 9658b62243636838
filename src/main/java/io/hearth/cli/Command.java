package io.hearth.cli;

import io.hearth.application.Limits;
import io.hearth.host.Product;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
sealed interface Command {

  record Help() implements Command {}

  /** Without items it is the full preset. */
  record SupportZip(
      Path home,
      Optional<Path> install,
      Path out,
      Optional<Product.Kind> product,
      List<String> items,
      Limits limits,
      boolean check)
      implements Command {}

  /** {@code home} is where the names are learned from that must not stand in the file. */
  record Verify(Path file, Optional<Path> home, Optional<Path> install) implements Command {}

  /** An argument does not fit; the message is for the person who typed it. */
  final class Wrong extends Exception {
    Wrong(String message) {
      super(message);
    }
  }
}
