package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Keeps the errors that this node receives. Events are counted in memory and written once a second
 * by one thread: nobody who records waits for a disk. What was recorded longer than {@link
 * StoreBounds#flushEvery} ago survives the death of the process; see decision 0061.
 *
 * <p>Two locks besides that of {@link Memory}, always taken in this order: {@code maintaining} for
 * snapshots and old journals, {@code flushing} for the current journal.
 */
public final class ErrorStore implements AutoCloseable {

  private static final String FOLDER = "errors";
  private static final int PER_APP_GROUPS = 100;
  private static final long RETRY_NANOS = 10_000_000_000L;

  private final StoreBounds bounds;
  private final Clock clock;
  private final Decisions decisions;
  private final String productRelease;
  private final Troubles troubles;
  private final Memory memory;
  private final JournalFiles journals;
  private final JournalWriter writer;
  private final Upkeep upkeep;
  private final Object maintaining = new Object();
  private final Object flushing = new Object();
  private final Object bell = new Object();
  private final Thread thread;
  private boolean rung;

  /** Journals do not get into snapshots: the current one must not grow for ever. */
  private volatile boolean stuck;

  private volatile boolean closed;
  private long lastFlush;
  private long nextUpkeep;

  /** The folder of a node's store. */
  static PrivateFolder folder(PrivateFolder nodes, String node) {
    return folder(nodes.below(node));
  }

  static PrivateFolder folder(PrivateFolder node) {
    return node.below(FOLDER);
  }

  /**
   * Opens the store and reads which groups there are.
   *
   * @param nodes {@code <shared home>/hearth/nodes}
   * @param warnings gets a line for the log when the store cannot be written, once until it can
   */
  public ErrorStore(
      PrivateFolder nodes,
      String node,
      String productRelease,
      Clock clock,
      StoreBounds bounds,
      Decisions decisions,
      Consumer<String> warnings) {
    this.bounds = bounds;
    this.clock = clock;
    this.decisions = decisions;
    this.productRelease = productRelease;
    PrivateFolder folder = folder(nodes, node);
    this.troubles = new Troubles(folder.path(), warnings);
    this.memory = new Memory(bounds, productRelease, this::ring);
    this.journals = new JournalFiles(folder, new Recovery(folder, memory, troubles).run());
    this.writer = new JournalWriter(journals, memory);
    Compaction compaction = new Compaction(folder, bounds, memory, this::flushWhenDue);
    this.upkeep = new Upkeep(bounds, clock, memory, journals, compaction);
    this.lastFlush = System.nanoTime();
    this.nextUpkeep = lastFlush;
    this.thread = new Thread(this::run, "hearth-errors");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Counts an event, and keeps it whole when its group wants a sample.
   *
   * @param event whose app, release and feature are kept as they are: names, already clean
   * @param user a keyed hash of the session under a key that dies with its day
   */
  public void record(Grouped grouped, ErrorEvent event, OptionalLong user, Scrubbed scrubbed) {
    switch (memory.count(grouped.id(), event, user)) {
      case COUNTED -> {}
      case SAMPLE_WANTED -> sample(grouped.id(), scrubbed);
      case UNKNOWN -> recordNew(grouped, event, user, scrubbed);
      default -> throw new IllegalStateException("no verdict");
    }
  }

  private void recordNew(Grouped grouped, ErrorEvent event, OptionalLong user, Scrubbed scrubbed) {
    if (!memory.hasRoom(grouped.id())) {
      countWithoutRoom(event, user);
      return;
    }
    Grouped head = scrubbed.head();
    Head written = Head.of(event.app(), head);
    if (memory.begin(grouped.id(), written, event, user) == Memory.Verdict.SAMPLE_WANTED) {
      sample(grouped.id(), scrubbed);
    }
  }

  /** One group for each app; of invented apps one for all. */
  private void countWithoutRoom(ErrorEvent event, OptionalLong user) {
    String app = event.app();
    GroupId id = OverflowId.of(app);
    if (memory.count(id, event, user) == Memory.Verdict.UNKNOWN) {
      boolean few = memory.size() < bounds.groups() + PER_APP_GROUPS;
      app = few ? app : "";
      id = OverflowId.of(app);
      memory.begin(id, Head.overflow(app), event, user);
    }
  }

  private void sample(GroupId id, Scrubbed scrubbed) {
    memory.keep(id, Samples.line(id, scrubbed.sample(), productRelease, bounds.sampleBytes()));
  }

  /** Counts what became no error of a group. */
  public void count(Outcome outcome, String reason, long n) {
    memory.tally(Part.day(clock.millis()), outcome, reason, n);
  }

  /**
   * Writes what is pending, so that a reader of this node's folder sees it.
   *
   * @return whether all is written
   */
  public boolean flush() {
    synchronized (flushing) {
      lastFlush = System.nanoTime();
      Pending taken = memory.take();
      try {
        if (stuck && journals.length() > 2L * bounds.journalBytes()) {
          throw new IOException("the journal does not get into the snapshots");
        }
        boolean full = writer.write(taken);
        if (full || journals.length() > bounds.journalBytes()) {
          upkeep.wantsRollOver();
        }
        troubles.none();
        return true;
      } catch (IOException e) {
        memory.giveBack(taken);
        troubles.failed(e);
        return false;
      }
    }
  }

  /** What is pending while it cannot be written. */
  List<Part> unwritten() {
    return memory.unwritten();
  }

  private void flushWhenDue() {
    if (System.nanoTime() - lastFlush >= bounds.flushEvery().toNanos()) {
      flush();
    }
  }

  /** How often writing failed since the start. */
  public long failures() {
    return troubles.count();
  }

  /** Drops days, samples and groups of this node that are older; tells how many groups. */
  public long expire(Instant before) {
    synchronized (maintaining) {
      try {
        return upkeep.expire(before, this::flush, flushing);
      } catch (IOException e) {
        troubles.failed(e);
        throw new UncheckedIOException("dropping old browser errors", e);
      }
    }
  }

  /** Forgets which users there were today; how many there were stays. */
  public void forgetUsers() {
    memory.forgetUsersBefore(Integer.MAX_VALUE);
  }

  /** Drops what was deleted at once, so that what comes from now on begins anew. */
  public void forgetDeleted() {
    maintain();
  }

  /** Brings journals into snapshots and drops what was deleted or has no room. */
  void maintain() {
    synchronized (maintaining) {
      try {
        upkeep.bury(decisions.deletions());
        upkeep.run(this::flush, flushing);
        stuck = false;
      } catch (IOException e) {
        stuck = true;
        nextUpkeep = System.nanoTime() + RETRY_NANOS;
        troubles.failed(e);
      }
    }
  }

  private void run() {
    for (await(); !closed; await()) {
      try {
        flush();
        if (System.nanoTime() - nextUpkeep >= 0) {
          maintain();
        }
        memory.forgetUsersBefore(Part.day(clock.millis()));
      } catch (RuntimeException e) {
        troubles.failed(new IOException(e));
      }
    }
  }

  private void await() {
    synchronized (bell) {
      if (!rung && !closed) {
        try {
          bell.wait(Math.max(1, bounds.flushEvery().toMillis()));
        } catch (InterruptedException e) {
          closed = true;
        }
      }
      rung = false;
    }
  }

  private void ring() {
    synchronized (bell) {
      rung = true;
      bell.notifyAll();
    }
  }

  /** Writes what is pending and ends the thread. */
  @Override
  public void close() {
    stop();
    flush();
  }

  /** Ends the thread; what is pending is lost, as with the process. */
  void stop() {
    closed = true;
    ring();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
