package io.hearth.cli;

import io.hearth.application.HearthVersion;
import io.hearth.application.RedactionEngine;
import io.hearth.application.Texts;
import io.hearth.cli.Command.Wrong;
import io.hearth.collectors.Collector;
import io.hearth.host.Host;
import io.hearth.host.Product;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The commands, with all that they touch given from outside. */
final class Cli {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** For {@code verify}: something was found. */
  static final int FOUND = 1;

  static final int BAD_ARGUMENTS = 2;

  /** For {@code verify}: the file cannot be searched. */
  static final int UNREADABLE = 2;

  /** The product as its files show it; empty when they do not tell which product it is. */
  @FunctionalInterface
  interface HostOfFiles {
    Optional<Host> open(Path home, Optional<Path> install, Optional<Product.Kind> product)
        throws IOException;
  }

  /** What the commands stand on; {@code terminal} tells whether a person watches {@code err}. */
  record Ground(
      HostOfFiles hosts,
      List<Collector> collectors,
      RedactionEngine engine,
      Clock clock,
      Texts texts,
      PrintStream out,
      PrintStream err,
      boolean terminal) {}

  private final Ground ground;
  private final Texts texts;

  Cli(Ground ground) {
    this.ground = ground;
    this.texts = ground.texts();
  }

  int run(String... args) {
    List<String> items = ground.collectors().stream().map(c -> c.item().id()).toList();
    try {
      Command command = new Arguments(texts, items, ZoneId.systemDefault()).parse(args);
      if (command instanceof Command.SupportZip zip) {
        return new SupportZipCommand(ground, zip).run() ? DONE : FAILED;
      }
      if (command instanceof Command.Verify verify) {
        return new VerifyCommand(ground, verify).run();
      }
      String version = HearthVersion.read();
      ground.out().println(texts.text("cli.help", version, String.join(", ", items)));
      return DONE;
    } catch (Wrong wrong) {
      ground.err().println(wrong.getMessage());
      ground.err().println(texts.text("cli.try-help"));
      return BAD_ARGUMENTS;
    } catch (IOException | RuntimeException e) {
      ground.err().println(texts.text("cli.failed", reason(e)));
      return FAILED;
    }
  }

  /** The deepest cause is the one that says something; the wrapping tells where, which is here. */
  private String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest instanceof NoSuchFileException missing
        ? texts.text("cli.failed.no-folder", missing.getFile())
        : deepest.toString();
  }
}
