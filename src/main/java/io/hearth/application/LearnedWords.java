package io.hearth.application;

import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.host.Host;
import io.hearth.verify.SearchWords;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that the files of an instance reveal, to search a finished ZIP for them. */
public final class LearnedWords {

  private LearnedWords() {}

  /** Reads all files that a ZIP of all items would hold now. */
  public static SearchWords of(
      Host host, List<Collector> collectors, RedactionEngine engine, Clock clock)
      throws IOException {
    Setup setup =
        new Setup(
            host,
            collectors,
            engine,
            Workplace.offline(),
            clock,
            (what, failure) -> {},
            HearthVersion.read());
    Limits all = new Limits(Limits.MAX_BYTES.max(), Limits.MAX_BYTES.max(), Optional.empty());
    List<String> items = collectors.stream().map(one -> one.item().id()).toList();
    Choice choice = new Choice(items, Map.of(), all, false, false);
    RedactionEngine.Session session = engine.begin();
    for (Plan.Planned planned :
        Plan.of(collectors, setup.scope(choice), setup.journal()).entries()) {
      if (planned.entry() instanceof Entry.FromFile file) {
        learn(session, file);
      }
    }
    return session.searchWords();
  }

  private static void learn(RedactionEngine.Session session, Entry.FromFile file) {
    try (InputStream text = file.opener().open()) {
      session.learn(file.name(), text);
    } catch (IOException unreadable) {
      // It could not be read for the ZIP either.
      return;
    }
  }
}
