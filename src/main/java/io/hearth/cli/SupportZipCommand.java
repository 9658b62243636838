package io.hearth.cli;

import io.hearth.application.Choice;
import io.hearth.application.Outcome;
import io.hearth.application.Sizes;
import io.hearth.application.SupportZips;
import io.hearth.application.SupportZips.Answer;
import io.hearth.application.Texts;
import io.hearth.application.Workplace;
import io.hearth.cli.Command.Wrong;
import io.hearth.collectors.Item;
import io.hearth.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the Support ZIP of a product that is down. */
final class SupportZipCommand {

  private static final String PROGRESS = "command-line";

  private final Cli.Ground ground;
  private final Command.SupportZip command;
  private final Texts texts;

  SupportZipCommand(Cli.Ground ground, Command.SupportZip command) {
    this.ground = ground;
    this.command = command;
    this.texts = ground.texts();
  }

  /** Whether the ZIP is made. */
  boolean run() throws Wrong, IOException {
    Optional<Host> host = ground.hosts().open(command.home(), command.install(), command.product());
    if (host.isEmpty()) {
      throw new Wrong(texts.text("cli.wrong.product-unknown", command.home().toString()));
    }
    SupportZips zips =
        new SupportZips(
            host.get(),
            ground.collectors(),
            ground.engine(),
            Workplace.offline(),
            ground.clock(),
            (what, failure) -> {});
    Interruption interruption = new Interruption(zips);
    try (interruption;
        PartFile part = new PartFile(command.out())) {
      Answer answer = collect(zips, part);
      if (answer instanceof Answer.Failed failed) {
        throw new IOException(failed.cause());
      }
      if (!(answer instanceof Answer.Done done)) {
        ground.err().println(texts.text("cli.cancelled"));
        return false;
      }
      part.keep();
      report(done.outcome());
      return true;
    }
  }

  private Answer collect(SupportZips zips, PartFile part) {
    List<String> items =
        command.items().isEmpty() ? zips.preset(Item.Preset.FULL) : command.items();
    Choice choice = new Choice(items, Map.of(), command.limits(), false, command.check());
    if (!ground.terminal()) {
      return zips.collect(choice, "", Optional.empty(), part::open);
    }
    ProgressLine line = ProgressLine.start(texts, ground.err(), () -> zips.progress(PROGRESS));
    try (line) {
      return zips.collect(choice, "", Optional.of(PROGRESS), part::open);
    }
  }

  private void report(Outcome outcome) throws IOException {
    long replaced = outcome.redactions().values().stream().mapToLong(Long::longValue).sum();
    String size = Sizes.of(Files.size(command.out()), texts.locale());
    String file = command.out().toString();
    ground.out().println(texts.text("cli.done", file, outcome.entries(), size, replaced));
    if (!outcome.cut().isEmpty() || !outcome.missing().isEmpty()) {
      ground.out().println(texts.text("cli.gaps", outcome.cut().size(), outcome.missing().size()));
    }
  }
}
