package io.hearth.application.redaction;

import io.hearth.application.InstanceLearning;
import io.hearth.application.SupportZips.Files;
import io.hearth.collectors.Entry;
import io.hearth.host.Host;
import io.hearth.redaction.RedactionSession;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Learns names before a preview, for as long as a person likes to wait: first from the file itself,
 * then from the others, the small ones first, since configuration reveals most for its size.
 */
final class PreviewLearning {

  private static final Duration LONGEST = Duration.ofSeconds(4);

  private final RedactionSession session;
  private final Clock clock;
  private final Instant until;
  private long files;
  private boolean all = true;

  PreviewLearning(RedactionSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
    this.until = clock.instant().plus(LONGEST);
  }

  long files() {
    return files;
  }

  boolean all() {
    return all;
  }

  /** The same as for a ZIP, so that both know who is the same person. */
  void learn(Host host) {
    try {
      new InstanceLearning(host, session.vocabulary()).learn(session::learn);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      all = false;
    }
  }

  void learn(Entry.FromFile shown, List<Files> items) {
    learn(shown);
    items.stream()
        .flatMap(item -> item.files().stream())
        .filter(file -> file != shown)
        .sorted(Comparator.comparingLong(Entry.FromFile::expectedBytes))
        .forEach(this::learn);
  }

  private void learn(Entry.FromFile file) {
    if (late()) {
      all = false;
      return;
    }
    try (InputStream text = new Hurried(file.opener().open())) {
      session.learn(file.name(), text);
      files++;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // A ZIP would go on without it as well.
      all = false;
    }
  }

  private boolean late() {
    return clock.instant().isAfter(until);
  }

  /** Ends when time is up. */
  private final class Hurried extends FilterInputStream {

    Hurried(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (late()) {
        all = false;
        return -1;
      }
      return super.read(into, from, length);
    }
  }
}
