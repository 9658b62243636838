package io.hearth.cli;

import io.hearth.application.LearnedWords;
import io.hearth.application.Names;
import io.hearth.application.Sizes;
import io.hearth.application.Texts;
import io.hearth.cli.Command.Wrong;
import io.hearth.host.Host;
import io.hearth.verify.Fault;
import io.hearth.verify.Leak;
import io.hearth.verify.LeakSearch;
import io.hearth.verify.NotAZip;
import io.hearth.verify.SearchWords;
import io.hearth.verify.ZipCheck;
import io.hearth.verify.ZipCheck.CheckedEntry;
import io.hearth.verify.ZipCheck.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Searches a finished ZIP for what should not be in it. */
final class VerifyCommand {

  private final Cli.Ground ground;
  private final Command.Verify command;
  private final Texts texts;

  VerifyCommand(Cli.Ground ground, Command.Verify command) {
    this.ground = ground;
    this.command = command;
    this.texts = ground.texts();
  }

  /** The exit code. */
  int run() throws Wrong {
    try {
      SearchWords words = words();
      ZipCheck check = new ZipCheck(new LeakSearch(words), (bytes, expected) -> {});
      Result result = check.of(command.file());
      report(result, words.size());
      return result.clean() ? Cli.DONE : Cli.FOUND;
    } catch (NotAZip harmful) {
      return unreadable(texts.text("cli.verify.harmful." + Names.of(harmful.why())));
    } catch (IOException | IllegalArgumentException e) {
      return unreadable(String.valueOf(e.getMessage()));
    }
  }

  private int unreadable(String why) {
    ground.err().println(texts.text("cli.verify.unreadable", command.file().toString(), why));
    return Cli.UNREADABLE;
  }

  private SearchWords words() throws Wrong, IOException {
    if (command.home().isEmpty()) {
      return SearchWords.none();
    }
    Path home = command.home().get();
    Optional<Host> host = ground.hosts().open(home, command.install(), Optional.empty());
    if (host.isEmpty()) {
      throw new Wrong(texts.text("cli.wrong.product-unknown", home.toString()));
    }
    return LearnedWords.of(host.get(), ground.collectors(), ground.engine(), ground.clock());
  }

  private void report(Result result, int words) {
    PrintStream out = ground.out();
    for (CheckedEntry entry : result.found()) {
      out.println(entry.name());
      for (Leak leak : entry.leaks()) {
        out.println("  " + line(leak));
      }
      long more = sum(entry.counts()) - entry.leaks().size();
      if (more > 0) {
        out.println("  " + texts.text("cli.verify.more", more));
      }
    }
    for (Fault fault : result.faults()) {
      out.println(texts.text("cli.verify.fault." + Names.of(fault.kind()), fault.entry()));
    }
    String size = Sizes.of(result.bytes(), texts.locale());
    out.println(texts.text("cli.verify.searched", result.entries(), size, words));
    out.println(
        result.clean()
            ? texts.text("cli.verify.clean")
            : texts.text("cli.verify.found", sum(result.total()), result.faults().size()));
  }

  private String line(Leak leak) {
    String kind = texts.known("zip.kind." + leak.kind()).orElse(leak.kind());
    String key = leak.line() == 0 ? "cli.verify.leak.name" : "cli.verify.leak";
    return texts.text(key, leak.line(), kind, leak.shown());
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
