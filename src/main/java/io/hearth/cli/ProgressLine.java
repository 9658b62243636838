package io.hearth.cli;

import io.hearth.application.Names;
import io.hearth.application.Progress.Snapshot;
import io.hearth.application.Sizes;
import io.hearth.application.Texts;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** One line on a terminal that is written over twice a second, and taken away at the end. */
final class ProgressLine implements AutoCloseable {

  private static final int INTERVAL_MS = 500;

  private final Texts texts;
  private final PrintStream terminal;
  private final Supplier<Optional<Snapshot>> progress;
  private final Thread thread = new Thread(this::run, "hearth-progress");
  private int width;

  private ProgressLine(Texts texts, PrintStream terminal, Supplier<Optional<Snapshot>> progress) {
    this.texts = texts;
    this.terminal = terminal;
    this.progress = progress;
    thread.setDaemon(true);
  }

  static ProgressLine start(
      Texts texts, PrintStream terminal, Supplier<Optional<Snapshot>> progress) {
    ProgressLine line = new ProgressLine(texts, terminal, progress);
    line.thread.start();
    return line;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(INTERVAL_MS);
        progress.get().ifPresent(now -> write(text(now)));
      }
    } catch (InterruptedException closed) {
      write("");
      terminal.print('\r');
      terminal.flush();
    }
  }

  private String text(Snapshot now) {
    return texts.text(
        "cli.progress",
        texts.text("cli.phase." + Names.of(now.phase())),
        Sizes.of(now.bytesRead(), texts.locale()),
        Sizes.of(Math.max(now.bytesRead(), now.bytesExpected()), texts.locale()),
        Sizes.of(now.zipBytes(), texts.locale()));
  }

  /** Blanks cover what the line before was longer. */
  private void write(String line) {
    terminal.print('\r' + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.flush();
    width = line.length();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(INTERVAL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
