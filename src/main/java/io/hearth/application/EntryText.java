package io.hearth.application;

import io.hearth.collectors.Entry;
import io.hearth.collectors.FileContent;
import io.hearth.insight.Insight;
import io.hearth.insight.ObservedText;
import io.hearth.redaction.Redactor;
import io.hearth.verify.LeakSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a source into redacted text: reads, limits, redacts. Serves several threads at once, each
 * with an entry of its own. Whatever is wrong with an entry is its result; only the end of the
 * whole collection is an exception.
 */
final class EntryText {

  /**
   * What became of the text.
   *
   * @param taken bytes of the source
   * @param leaks what the second search found in it, by kind
   * @param observed what it tells for the overview, where its item tells anything
   * @param shortfall why it is not the whole of its source
   */
  record Made(
      long taken,
      Map<String, Long> redactions,
      Map<String, Long> leaks,
      Optional<ObservedText> observed,
      Optional<Reason> shortfall) {
    static Made none(Reason reason) {
      return new Made(0, Map.of(), Map.of(), Optional.empty(), Optional.of(reason));
    }
  }

  private static final int READ = 64 * 1024;

  private final Redactor redactor;
  private final Optional<LeakSearch> search;
  private final Insight insight;
  private final Budget budget;
  private final Job job;

  /** {@code search} is what looks through the text a second time, if that is wanted. */
  EntryText(
      Redactor redactor, Optional<LeakSearch> search, Insight insight, Budget budget, Job job) {
    this.redactor = redactor;
    this.search = search;
    this.insight = insight;
    this.budget = budget;
    this.job = job;
  }

  Made of(Draft draft, Entry entry, Turn turn, Blocks.Receiver receiver) throws CollectionStopped {
    if (budget.late()) {
      return Made.none(Reason.OVER_TIME);
    }
    Blocks blocks = new Blocks(receiver, draft.expectedBytes());
    InsightStage observed =
        new InsightStage(insight.observe(draft.item(), draft.name()), job.journal(), blocks);
    SearchStage searched = new SearchStage(search, observed);
    RedactionStage redaction = new RedactionStage(redactor, draft.name(), searched);
    Intake intake = new Intake(redaction, receiver, budget, turn, job);
    Optional<Reason> shortfall = fill(draft, entry, intake);
    redaction.end();
    if (redaction.failure().isPresent()) {
      job.journal().failed("redacting an entry of item " + draft.item(), redaction.failure().get());
      return new Made(
          intake.taken(),
          redaction.counts(),
          searched.leaks(),
          observed.observed(),
          Optional.of(Reason.REDACTION_FAILED));
    }
    blocks.end();
    return new Made(
        intake.taken(),
        redaction.counts(),
        searched.leaks(),
        observed.observed(),
        intake.full().or(() -> shortfall));
  }

  private Optional<Reason> fill(Draft draft, Entry entry, Intake intake) throws CollectionStopped {
    try {
      job.cancellation().check();
      if (entry instanceof Entry.FromFile file) {
        return pump(file, intake);
      }
      ((Entry.Made) entry).content().write(intake);
      return Optional.empty();
    } catch (CollectionStopped stopped) {
      throw stopped;
    } catch (RedactionStage.Failed | Intake.Full told) {
      return Optional.empty();
    } catch (IOException e) {
      // A wait that cancelling ended is no failure of the entry.
      job.cancellation().check();
      return note(draft, Reason.of(e), e);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      job.cancellation().check();
      return note(draft, Reason.FAILED, e);
    }
  }

  private static Optional<Reason> pump(Entry.FromFile file, OutputStream out) throws IOException {
    try (InputStream text = file.opener().open()) {
      byte[] block = new byte[(int) Math.min(READ, Math.max(512, file.expectedBytes() + 1))];
      for (int count = text.read(block); count >= 0; count = text.read(block)) {
        out.write(block, 0, count);
      }
      if (text instanceof FileContent content) {
        return content.shortfall().map(Reason::of);
      }
      return file.cut() ? Optional.of(Reason.OVER_LIMIT) : Optional.empty();
    }
  }

  /** What the reason tells by itself needs no line in the journal. */
  private Optional<Reason> note(Draft draft, Reason reason, Throwable failure) {
    if (reason == Reason.FAILED) {
      job.journal().failed("reading an entry of item " + draft.item(), failure);
    }
    return Optional.of(reason);
  }
}
