package io.hearth.application;

import io.hearth.application.EntryResult.Written;
import io.hearth.application.EntryWriter.Draft;
import io.hearth.application.Plan.Planned;
import io.hearth.collectors.Entry;
import io.hearth.collectors.FileContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Copies what the collectors named. Whatever is wrong with an entry is its result; only the end of
 * the whole collection is an exception.
 */
final class EntryCopier {

  private static final int BLOCK = 64 * 1024;

  private final EntryWriter writer;
  private final Job job;
  private final byte[] block = new byte[BLOCK];

  EntryCopier(EntryWriter writer, Job job) {
    this.writer = writer;
    this.job = job;
  }

  EntryResult copy(Planned planned) throws CollectionStopped {
    job.cancellation().check();
    job.progress().at(planned.item());
    Draft draft = draft(planned);
    if (planned.entry() instanceof Entry.Missing missing) {
      return writer.missing(draft, Reason.of(missing.reason()));
    }
    if (writer.full() && draft.expectedBytes() > 0) {
      return writer.missing(draft, Reason.OVER_TOTAL);
    }
    return planned.entry() instanceof Entry.FromFile file
        ? file(draft, file)
        : writer.write(draft, ((Entry.Made) planned.entry()).content()::write);
  }

  private EntryResult file(Draft draft, Entry.FromFile file) throws CollectionStopped {
    try (InputStream text = file.opener().open()) {
      Written written = writer.write(draft, out -> pump(text, out));
      return written.cut().isPresent() ? written : written.cutBy(shortfall(text, file.cut()));
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException | RuntimeException e) {
      // Only opening gets here: a failure while reading is told by the cut of what was written.
      job.cancellation().check();
      Reason reason = e instanceof IOException io ? Reason.of(io) : Reason.FAILED;
      if (reason == Reason.FAILED) {
        job.journal().failed("opening an entry of item " + draft.item(), e);
      }
      return writer.missing(draft, reason);
    }
  }

  private static Optional<Reason> shortfall(InputStream text, boolean cut) {
    if (text instanceof FileContent content) {
      return content.shortfall().map(Reason::of);
    }
    return cut ? Optional.of(Reason.OVER_LIMIT) : Optional.empty();
  }

  private void pump(InputStream text, OutputStream out) throws IOException {
    for (int count = text.read(block); count >= 0; count = text.read(block)) {
      out.write(block, 0, count);
    }
  }

  private Draft draft(Planned planned) {
    Entry entry = planned.entry();
    if (entry instanceof Entry.FromFile file) {
      return new Draft(
          planned.item(),
          file.name(),
          file.source().toString(),
          file.modified(),
          file.expectedBytes());
    }
    if (entry instanceof Entry.Made made) {
      return new Draft(
          planned.item(), made.name(), "", job.clock().instant(), made.expectedBytes());
    }
    var missing = (Entry.Missing) entry;
    return new Draft(planned.item(), missing.name(), missing.source(), job.clock().instant(), 0);
  }
}
