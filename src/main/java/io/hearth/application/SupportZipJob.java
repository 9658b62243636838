package io.hearth.application;

import io.hearth.application.EntryResult.Written;
import io.hearth.application.Progress.Phase;
import io.hearth.application.SupportZips.Answer;
import io.hearth.collectors.Collector;
import io.hearth.insight.Insight;
import io.hearth.insight.Summary;
import io.hearth.redaction.Redactor;
import io.hearth.verify.LeakSearch;
import io.hearth.zip.EntryJournal;
import io.hearth.zip.EntryStream;
import io.hearth.zip.EntrySummary;
import io.hearth.zip.StreamingZip;
import io.hearth.zip.ZipOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One Support ZIP from start to end: the first entry flows at once, then the collectors list, the
 * learning pass reads, the copier copies, and manifest and overview close the ZIP.
 */
final class SupportZipJob {

  private static final int LEVEL = 5;
  private static final long PAUSE_MS = 200;

  private final Setup setup;
  private final Choice choice;
  private final Choice mine;
  private final Gathering gathering;
  private final Job job;
  private final Texts texts;
  private final List<EntryResult> results = new ArrayList<>();
  private final Excerpts excerpts = new Excerpts();
  private final Insight insight;

  SupportZipJob(Setup setup, Choice choice, Gathering gathering, Job job) {
    this.setup = setup;
    this.choice = choice;
    this.mine = choice.sharedBy(gathering.nodes());
    this.gathering = gathering;
    this.job = job;
    this.texts = Texts.in(setup.host().locale());
    this.insight = new Insight(job.clock().instant(), gathering.nodes());
  }

  /** Works on the calling thread, at the workplace's priority, until the ZIP is whole or lost. */
  Answer run(OutputStream out, EntryJournal journal) {
    Thread worker = Thread.currentThread();
    int priority = worker.getPriority();
    worker.setPriority(Math.min(priority, setup.workplace().priority()));
    Cancellation.Binding binding = job.cancellation().bind();
    try (binding) {
      return job.done(write(out, journal));
    } catch (CollectionStopped.Cancelled cancelled) {
      return job.cancelled();
    } catch (IOException | RuntimeException e) {
      // Inside the product the one who takes the bytes is a browser: it went away.
      boolean left = setup.workplace().live() && e instanceof CollectionStopped.SinkFailed;
      return left || job.cancellation().requested() ? job.cancelled() : job.failed(e);
    } catch (Error e) {
      // Memory ran out, or a class does not fit: told like any failure, whichever thread met it.
      return job.failed(new IllegalStateException(e));
    } finally {
      worker.setPriority(priority);
    }
  }

  private Outcome write(OutputStream out, EntryJournal journal) throws IOException {
    MeasuredOutput measured = new MeasuredOutput(out, job.progress());
    Workplace workplace = setup.workplace();
    StreamingZip zip =
        new StreamingZip(
            new Sink(measured),
            new ZipOptions(LEVEL, workplace.packers(), workplace.priority()),
            journal);
    boolean whole = false;
    try {
      fill(zip);
      zip.close();
      whole = true;
    } finally {
      if (!whole) {
        zip.abort();
      }
    }
    return Outcome.of(results, choice.check(), measured.sha256());
  }

  private void fill(StreamingZip zip) throws IOException {
    RedactionEngine.Session session = setup.engine().begin();
    Optional<EntryStream> readme =
        gathering.leads() ? Optional.of(introduce(zip)) : Optional.empty();
    Plan plan = plan();
    Learning learned = learn(plan, session, readme);
    if (readme.isPresent()) {
      readme.get().write(utf8(texts.text("zip.readme.learned", learned.files())));
      closeOwn(readme.get(), Map.of());
    }
    gathering.learned(session.vocabulary(), this::pause);
    Redactor redactor = session.redactor();
    Optional<LeakSearch> search =
        choice.check() ? Optional.of(new LeakSearch(session.searchWords())) : Optional.empty();
    copy(plan, zip, redactor, search);
    NodePart own =
        new NodePart(results, learned, Optional.of(insight.told()), excerpts.text(Excerpts.HEALTH));
    gathering.made(own);
    if (gathering.leads()) {
      NodeParts parts = gather(zip, own, redactor);
      sumUp(zip, search, parts.summary());
      finish(zip, redactor, session, parts);
    }
  }

  private EntryStream introduce(StreamingZip zip) throws IOException {
    EntryStream readme = own(zip, "README.txt");
    readme.write(utf8(texts.text("zip.readme")));
    readme.flush();
    return readme;
  }

  private NodeParts gather(StreamingZip zip, NodePart own, Redactor redactor) throws IOException {
    if (gathering.shares().isEmpty()) {
      return NodeParts.alone(own);
    }
    job.progress().enter(Phase.GATHERING);
    Map<String, NodePart> others = gathering.others(zip, this::pause);
    others.values().forEach(part -> results.addAll(part.results()));
    return NodeParts.of(
        setup.host().nodeId(), own, others, gathering.shares(), redactor::redactText);
  }

  private void pause() throws CollectionStopped {
    job.cancellation().check();
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      throw new CollectionStopped.Cancelled();
    }
  }

  private Plan plan() throws CollectionStopped {
    job.cancellation().check();
    List<Collector> chosen =
        setup.collectors().stream()
            .filter(c -> gathering.collects() && choice.items().contains(c.item().id()))
            .toList();
    Plan plan = Plan.within(mine.limits().maxBytes(), chosen, setup.scope(mine), job.journal());
    job.progress().planned(plan.entries().size(), plan.expectedBytes() + plan.learnableBytes());
    return plan;
  }

  /**
   * While names are learned no entry can be written, so a dot now and then tells proxies that the
   * download lives, and us that somebody still takes it.
   */
  private Learning learn(Plan plan, RedactionEngine.Session session, Optional<EntryStream> readme)
      throws IOException {
    job.progress().enter(Phase.LEARNING);
    Sink.Step alive =
        () -> {
          if (readme.isPresent()) {
            readme.get().write('.');
            readme.get().flush();
          }
        };
    InstanceLearning instance = new InstanceLearning(setup.host(), session.vocabulary());
    if (setup.workplace().live()) {
      try {
        instance.learn(session::learn);
      } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
        job.journal().failed("learning from the product", e);
      }
    }
    LearningPass pass = new LearningPass(session, plan, job, longestLearning());
    Learning learned = pass.run(setup.workplace(), alive);
    return choice.directory() ? learned.with(instance.askDirectory(job, alive)) : learned;
  }

  /** Of a collection that may take so long only, at most half: what is learned serves to copy. */
  private Duration longestLearning() {
    Duration longest = setup.workplace().longestLearning();
    return choice
        .limits()
        .maxTime()
        .map(time -> time.dividedBy(2))
        .filter(half -> half.compareTo(longest) < 0)
        .orElse(longest);
  }

  private void copy(Plan plan, StreamingZip zip, Redactor redactor, Optional<LeakSearch> search)
      throws IOException {
    String folder = gathering.folder(redactor);
    job.progress().enter(Phase.WRITING);
    Budget budget = new Budget(mine.limits(), job.progress().started(), job.clock());
    EntryText text = new EntryText(redactor, search, insight, budget, job);
    EntryWriter writer = new EntryWriter(zip, redactor, folder, excerpts, insight, job);
    new EntryCopier(text, writer, job).copy(plan.entries(), setup.workplace(), results::add);
  }

  private void sumUp(StreamingZip zip, Optional<LeakSearch> search, Summary summary)
      throws IOException {
    if (summary.isEmpty()) {
      return;
    }
    EntryStream entry = own(zip, InsightEntry.NAME);
    SearchStage searched = new SearchStage(search, entry);
    InsightEntry.write(summary, searched);
    closeOwn(entry, searched.leaks());
  }

  private void finish(
      StreamingZip zip, Redactor redactor, RedactionEngine.Session session, NodeParts parts)
      throws IOException {
    job.progress().enter(Phase.FINISHING);
    Report report =
        new Report(
            setup.version(),
            setup.workplace().live(),
            job.progress().started(),
            job.clock().instant(),
            setup.host().product(),
            redactor.redactText(setup.host().nodeId()),
            parts.shares(),
            choice,
            parts.learning(),
            session.description(),
            session.linked(),
            results,
            excerpts,
            parts.summary(),
            parts.health());
    EntryStream manifest = own(zip, "manifest.json");
    new ManifestWriter(texts).write(report, manifest);
    manifest.close();
    EntryStream overview = own(zip, "index.html");
    new OverviewPage(texts).write(report, overview);
    overview.close();
  }

  /**
   * The ZIP's own pages pass no redactor: they hold words of the catalogue and values that were
   * redacted one by one.
   */
  private EntryStream own(StreamingZip zip, String name) throws IOException {
    job.cancellation().check();
    return zip.entry(name, job.clock().instant(), 0);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void closeOwn(EntryStream entry, Map<String, Long> leaks) throws IOException {
    entry.close();
    EntrySummary summary = entry.summary();
    results.add(
        new Written(
            summary.name(),
            "",
            Optional.empty(),
            summary.size(),
            summary.size(),
            summary.compressedSize(),
            summary.sha256(),
            Map.of(),
            leaks,
            Optional.empty()));
  }
}
