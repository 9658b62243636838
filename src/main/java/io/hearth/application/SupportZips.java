package io.hearth.application;

import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.host.Host;
import io.hearth.zip.EntryJournal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The door of Support ZIPs on this node: what there is, one collection at a time, its progress. */
public final class SupportZips implements AutoCloseable {

  /** What became of a request to collect. */
  public sealed interface Answer {

    record Done(Outcome outcome) implements Answer {}

    /** Somebody stopped it, or nobody took its bytes any more. */
    record Cancelled() implements Answer {}

    record Failed(Exception cause) implements Answer {}

    /** Another collection is running on this node; nothing was opened. */
    record Busy(String startedBy, Instant startedAt) implements Answer {}
  }

  /** Opened once it is certain that the collection begins. */
  @FunctionalInterface
  public interface Target {
    OutputStream open() throws IOException;

    /** Is told of each entry that stands in the ZIP. */
    default EntryJournal journal() {
      return EntryJournal.none();
    }
  }

  /** The files of one item. */
  public record Files(Item item, List<Entry.FromFile> files) {

    public Files {
      files = List.copyOf(files);
    }
  }

  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private record Running(String who, Job job) {}

  private final Setup setup;
  private final ProgressBoard board = new ProgressBoard();
  private final Object lock = new Object();
  private Optional<Running> running = Optional.empty();

  public SupportZips(
      Host host,
      List<Collector> collectors,
      RedactionEngine engine,
      Workplace workplace,
      Clock clock,
      Journal journal) {
    this.setup =
        new Setup(host, collectors, engine, workplace, clock, journal, HearthVersion.read());
  }

  /** All items there are, in the order in which a person reads them. */
  public List<Item> items() {
    return setup.collectors().stream().map(Collector::item).toList();
  }

  /** The items of a preset. */
  public List<String> preset(Item.Preset preset) {
    return items().stream().filter(item -> item.presets().contains(preset)).map(Item::id).toList();
  }

  /** The dry run: lists and measures, reads no content. */
  public Inventory inventory(Limits limits) {
    List<Inventory.Line> lines = new ArrayList<>();
    for (Collector collector : setup.collectors()) {
      Plan plan = planOf(collector, limits);
      lines.add(
          new Inventory.Line(collector.item(), plan.given(), plan.expectedBytes(), plan.left()));
    }
    return new Inventory(
        setup.host().product(), setup.host().nodeId(), setup.clock().instant(), lines);
  }

  /** The files that a ZIP of all items would hold now; they are listed, not read. */
  public List<Files> files(Limits limits) {
    List<Files> files = new ArrayList<>();
    for (Collector collector : setup.collectors()) {
      Plan plan = planOf(collector, limits);
      List<Entry.FromFile> found =
          plan.entries().stream()
              .map(Plan.Planned::entry)
              .filter(Entry.FromFile.class::isInstance)
              .map(Entry.FromFile.class::cast)
              .toList();
      files.add(new Files(collector.item(), found));
    }
    return files;
  }

  private Plan planOf(Collector collector, Limits limits) {
    Choice alone = new Choice(List.of(collector.item().id()), Map.of(), limits, false, false);
    return Plan.of(List.of(collector), setup.scope(alone), setup.journal());
  }

  /** Collects on the calling thread and returns when the ZIP is whole or lost. */
  public Answer collect(Choice choice, String who, Optional<String> progressId, Target target) {
    return collect(choice, Optional.empty(), who, progressId, target);
  }

  /** The same, redacted by an engine of its own if one is given. */
  public Answer collect(
      Choice choice,
      Optional<RedactionEngine> engine,
      String who,
      Optional<String> progressId,
      Target target) {
    Setup redacted = engine.map(setup::redactedBy).orElse(setup);
    return collect(redacted, choice, who, progressId, Gathering.alone(), target);
  }

  /** The same for somebody whose request is answered already, be it with other nodes. */
  public Answer collect(
      Choice choice,
      RedactionEngine engine,
      Requester requester,
      String progressId,
      Gathering gathering,
      Target target) {
    Setup theirs = setup.redactedBy(engine).at(requester.at(setup.host()));
    Optional<String> id = Optional.of(progressId);
    return collect(theirs, choice, requester.user().name(), id, gathering, target);
  }

  private Answer collect(
      Setup theirs,
      Choice choice,
      String who,
      Optional<String> progressId,
      Gathering gathering,
      Target target) {
    Job job =
        new Job(setup.clock(), new Cancellation(), new Progress(setup.clock()), setup.journal());
    Optional<Running> other = occupy(new Running(who, job));
    if (other.isPresent()) {
      return new Answer.Busy(other.get().who(), other.get().job().progress().started());
    }
    try {
      progressId.ifPresent(id -> board.put(id, job));
      OutputStream out = target.open();
      return new SupportZipJob(theirs, choice, gathering, job).run(out, target.journal());
    } catch (IOException e) {
      return job.failed(e);
    } finally {
      free();
    }
  }

  /** Whoever holds the place already, or empty when it is ours now. */
  private Optional<Running> occupy(Running mine) {
    synchronized (lock) {
      Optional<Running> other = running;
      if (other.isEmpty()) {
        running = Optional.of(mine);
      }
      return other;
    }
  }

  private void free() {
    synchronized (lock) {
      running = Optional.empty();
      lock.notifyAll();
    }
  }

  public Optional<Progress.Snapshot> progress(String id) {
    return board.get(id, setup.clock().instant()).map(job -> job.progress().snapshot());
  }

  /** Whether there is such a collection; it stops within a second if it still runs. */
  public boolean cancel(String id) {
    Optional<Job> job = board.get(id, setup.clock().instant());
    job.ifPresent(known -> known.cancellation().cancel());
    return job.isPresent();
  }

  /**
   * Stops what is running, as when the app is disabled, and waits for its end: afterwards the
   * product takes the app's classes away. Bounded, since a disk that hangs must not hold it up.
   */
  @Override
  public void close() {
    long end = System.nanoTime() + LONGEST_END.toNanos();
    synchronized (lock) {
      running.ifPresent(now -> now.job().cancellation().cancel());
      long left = LONGEST_END.toMillis();
      while (running.isPresent() && left > 0) {
        try {
          lock.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }
  }
}
