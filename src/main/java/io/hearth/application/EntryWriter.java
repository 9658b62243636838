package io.hearth.application;

import io.hearth.application.EntryResult.Missing;
import io.hearth.application.EntryResult.Written;
import io.hearth.insight.Insight;
import io.hearth.redaction.Redactor;
import io.hearth.zip.EntryStream;
import io.hearth.zip.EntrySummary;
import io.hearth.zip.StreamingZip;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes entries into the ZIP, one after the other, and tells what became of each. */
final class EntryWriter {

  /** Gives the redacted text of an entry. */
  @FunctionalInterface
  interface Source {
    EntryText.Made passOn(Blocks.Receiver receiver) throws CollectionStopped;
  }

  private final StreamingZip zip;
  private final Redactor redactor;
  private final EntryNaming names;
  private final String folder;
  private final Excerpts excerpts;
  private final Insight insight;
  private final Job job;

  /** {@code folder} is what all names begin with. */
  EntryWriter(
      StreamingZip zip,
      Redactor redactor,
      String folder,
      Excerpts excerpts,
      Insight insight,
      Job job) {
    this.zip = zip;
    this.redactor = redactor;
    this.names = new EntryNaming(redactor);
    this.folder = folder;
    this.excerpts = excerpts;
    this.insight = insight;
    this.job = job;
  }

  /** An entry that gave no text, and should have, is missing. */
  EntryResult write(Draft draft, Source source) throws CollectionStopped {
    Opened entry = new Opened(draft);
    EntryText.Made made = source.passOn(entry);
    if (made.shortfall().isPresent() && !entry.begun()) {
      return missing(draft, made.shortfall().get());
    }
    EntrySummary summary = entry.end();
    made.observed().ifPresent(observed -> insight.add(summary.name(), observed));
    job.progress().fileDone();
    return new Written(
        summary.name(),
        draft.item(),
        source(draft),
        made.taken(),
        summary.size(),
        summary.compressedSize(),
        summary.sha256(),
        made.redactions(),
        made.leaks(),
        made.shortfall());
  }

  Missing missing(Draft draft, Reason reason) {
    job.progress().fileDone();
    return new Missing(
        folder + names.shown(draft.item(), draft.name()), draft.item(), source(draft), reason);
  }

  private Optional<String> source(Draft draft) {
    return draft.source().isEmpty()
        ? Optional.empty()
        : Optional.of(redactor.redactText(draft.source()));
  }

  /** An entry that begins with its first block. */
  private final class Opened implements Blocks.Receiver {

    private record Stream(EntryStream entry, OutputStream out) {}

    private final Draft draft;
    private Optional<Stream> stream = Optional.empty();

    Opened(Draft draft) {
      this.draft = draft;
    }

    boolean begun() {
      return stream.isPresent();
    }

    @Override
    public void take(byte[] bytes, int length) throws CollectionStopped {
      job.cancellation().check();
      Sink.stopping(() -> stream().out().write(bytes, 0, length));
    }

    @Override
    public void await() throws CollectionStopped {
      Sink.stopping(() -> stream().entry().signOfLife());
    }

    EntrySummary end() throws CollectionStopped {
      Sink.stopping(() -> stream().entry().close());
      return stream.orElseThrow().entry().summary();
    }

    private Stream stream() throws IOException {
      if (stream.isEmpty()) {
        String name = names.claim(draft.item(), draft.name());
        EntryStream entry = zip.entry(folder + name, draft.modified(), draft.expectedBytes());
        stream = Optional.of(new Stream(entry, excerpts.beside(name, entry)));
      }
      return stream.get();
    }
  }
}
