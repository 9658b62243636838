package io.hearth.application;

import io.hearth.application.EntryResult.Written;
import io.hearth.redaction.RedactedEntry;
import io.hearth.redaction.Redactor;
import io.hearth.zip.EntrySummary;
import io.hearth.zip.StreamingZip;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes one entry: intake, redaction, ZIP. What goes wrong on the way cuts the entry. */
final class EntryWriter {

  /** What is known of an entry before it is written; name and source are unredacted. */
  record Draft(String item, String name, String source, Instant modified, long expectedBytes) {}

  /** Gives the text of an entry. */
  @FunctionalInterface
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  private final StreamingZip zip;
  private final Redactor redactor;
  private final EntryNaming names;
  private final Intake.Budget budget;
  private final Excerpts excerpts;
  private final Job job;

  EntryWriter(StreamingZip zip, Redactor redactor, long maxBytes, Excerpts excerpts, Job job) {
    this.zip = zip;
    this.redactor = redactor;
    this.names = new EntryNaming(redactor);
    this.budget = new Intake.Budget(maxBytes);
    this.excerpts = excerpts;
    this.job = job;
  }

  boolean full() {
    return budget.left() <= 0;
  }

  Written write(Draft draft, Body body) throws CollectionStopped {
    String name = names.claim(draft.item(), draft.name());
    try {
      StreamingZip.EntryStream entry = zip.entry(name, draft.modified(), draft.expectedBytes());
      RedactedEntry redacted = redactor.open(draft.name(), new Sink(excerpts.beside(name, entry)));
      var redaction = new RedactionStage(redacted);
      var intake = new Intake(redaction, budget, job.cancellation(), job.progress());
      Optional<Reason> cut = fill(draft, body, intake, redaction);
      entry.close();
      job.progress().fileDone();
      return written(draft, entry.summary(), intake.taken(), redacted.counts(), cut);
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException e) {
      throw new CollectionStopped.SinkFailed(e);
    }
  }

  EntryResult missing(Draft draft, Reason reason) {
    job.progress().fileDone();
    return new EntryResult.Missing(
        names.shown(draft.item(), draft.name()), draft.item(), source(draft), reason);
  }

  private Optional<Reason> fill(Draft draft, Body body, Intake intake, RedactionStage redaction)
      throws CollectionStopped {
    Optional<Reason> cut = Optional.empty();
    try {
      body.write(intake);
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException | RuntimeException e) {
      job.cancellation().check();
      cut = Optional.of(e instanceof IOException io ? Reason.of(io) : Reason.FAILED);
      note(draft, e);
    }
    finish(draft, redaction);
    if (redaction.failed()) {
      return Optional.of(Reason.REDACTION_FAILED);
    }
    return intake.full() ? Optional.of(Reason.OVER_TOTAL) : cut;
  }

  /** Lets out what the redactor still holds, unless it failed. */
  private void finish(Draft draft, RedactionStage redaction) throws CollectionStopped {
    if (redaction.failed()) {
      return;
    }
    try {
      redaction.close();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (IOException e) {
      note(draft, e);
    }
  }

  private void note(Draft draft, Exception failure) {
    if (!(failure instanceof Intake.Full)) {
      job.journal().failed("an entry of item " + draft.item(), failure);
    }
  }

  private Written written(
      Draft draft,
      EntrySummary summary,
      long taken,
      Map<String, Long> redactions,
      Optional<Reason> cut) {
    return new Written(
        summary.name(),
        draft.item(),
        source(draft),
        taken,
        summary.size(),
        summary.compressedSize(),
        summary.sha256(),
        Map.copyOf(redactions),
        cut);
  }

  private Optional<String> source(Draft draft) {
    return draft.source().isEmpty()
        ? Optional.empty()
        : Optional.of(redactor.redactText(draft.source()));
  }
}
