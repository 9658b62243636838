package io.hearth.application;

import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies what the collectors named, in their order. Files are read ahead where there are threads
 * for it; everything else happens on the calling thread.
 */
final class EntryCopier {

  private final EntryText text;
  private final EntryWriter writer;
  private final Job job;

  EntryCopier(EntryText text, EntryWriter writer, Job job) {
    this.text = text;
    this.writer = writer;
    this.job = job;
  }

  void copy(List<Planned> entries, Workplace workplace, Consumer<EntryResult> results)
      throws CollectionStopped {
    if (workplace.readers() == 0) {
      copy(entries, Optional.empty(), results);
      return;
    }
    ReadAhead ahead = new ReadAhead(text, entries, job, workplace.readers(), workplace.priority());
    try (ahead) {
      copy(entries, Optional.of(ahead), results);
    }
  }

  private void copy(List<Planned> entries, Optional<ReadAhead> ahead, Consumer<EntryResult> results)
      throws CollectionStopped {
    for (Planned planned : entries) {
      job.cancellation().check();
      job.progress().at(planned.item());
      results.accept(copy(planned, ahead));
    }
  }

  private EntryResult copy(Planned planned, Optional<ReadAhead> ahead) throws CollectionStopped {
    Draft draft = Draft.of(planned, job.clock().instant());
    if (planned.entry() instanceof Entry.Missing missing) {
      return writer.missing(draft, Reason.of(missing.reason()));
    }
    if (planned.entry() instanceof Entry.FromFile && ahead.isPresent()) {
      return writer.write(draft, ahead.get()::next);
    }
    return writer.write(draft, receiver -> text.of(draft, planned.entry(), Turn.now(), receiver));
  }
}
