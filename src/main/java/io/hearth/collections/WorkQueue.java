package io.hearth.collections;

import io.hearth.application.Background;
import io.hearth.application.Journal;
import io.hearth.application.Texts;
import io.hearth.collections.Making.Lane;
import io.hearth.collections.Making.Made;
import io.hearth.collections.Shelf.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What this node has to make, in each lane one after the other on one thread. A ZIP is in the map
 * from its order until its end stands on the disk; whoever finds one of this node that is open and
 * not in the map knows that the process that made it is gone.
 */
final class WorkQueue implements AutoCloseable {

  private static final Duration LONGEST_END = Duration.ofSeconds(6);

  private final Lead lead;
  private final Shelf shelf;
  private final LongSupplier bytesLeft;
  private final Room.DiskSpace disk;
  private final Clock clock;
  private final Journal journal;
  private final Endings endings;
  private final Map<Lane, ExecutorService> lanes =
      Map.of(
          Lane.COLLECTION,
          Executors.newSingleThreadExecutor(Background.threads("hearth-collections")),
          Lane.CHANGE,
          Executors.newSingleThreadExecutor(Background.threads("hearth-changes")));
  private final Map<String, Work> works = new LinkedHashMap<>();
  private volatile boolean closing;
  private final AtomicBoolean leftOver = new AtomicBoolean();

  WorkQueue(
      Lead lead,
      Shelf shelf,
      LongSupplier bytesLeft,
      Room.DiskSpace disk,
      Clock clock,
      Journal journal,
      Endings endings) {
    this.lead = lead;
    this.shelf = shelf;
    this.bytesLeft = bytesLeft;
    this.disk = disk;
    this.clock = clock;
    this.journal = journal;
    this.endings = endings;
  }

  /** Before anything of it is on the disk: nobody may take it for what a dead process left. */
  void hold(Work work) {
    synchronized (works) {
      works.put(work.id(), work);
    }
  }

  /** It could not be written down. */
  void drop(Work work) {
    synchronized (works) {
      works.remove(work.id());
    }
  }

  void begin(Work work) {
    work.store();
    lanes.get(work.making().lane()).execute(() -> run(work));
  }

  boolean has(String id) {
    synchronized (works) {
      return works.containsKey(id);
    }
  }

  private Optional<Work> work(String id) {
    synchronized (works) {
      return Optional.ofNullable(works.get(id));
    }
  }

  private List<Work> all() {
    synchronized (works) {
      return List.copyOf(works.values());
    }
  }

  /** Without the one that is being made. */
  int waiting(Lane lane) {
    return (int)
        all().stream().filter(work -> work.making().lane() == lane && !work.begun()).count();
  }

  /** Whether an end could not be written down since the last call, as on a full disk. */
  boolean takeLeftOver() {
    return leftOver.getAndSet(false);
  }

  /** The same with what only this process knows. */
  StoredZip seen(StoredZip zip) {
    Optional<Work> work = work(zip.id());
    if (work.isEmpty()) {
      return zip;
    }
    Making making = work.get().making();
    // A changed ZIP has the shares of its source, which nobody adds to any more.
    StoredZip now = making.shares().isEmpty() ? zip : zip.with(making.shares());
    return making
        .progress()
        .map(progress -> now.at(new Stage.Running(progress)))
        .orElseGet(() -> now.at(new Stage.Queued()));
  }

  /** Whether it is ours to stop. */
  boolean cancel(StoredZip zip) {
    Optional<Work> mine = work(zip.id());
    mine.ifPresent(this::stop);
    return mine.isPresent();
  }

  private void stop(Work work) {
    work.cancel();
    work.making().stop();
    if (!work.begun()) {
      end(work, new Stage.Cancelled(clock.instant()));
    }
  }

  /** Writes down how far each is, and stops what other nodes want stopped. */
  void look() throws IOException {
    lead.beat();
    for (Work work : all().stream().filter(Work::stored).toList()) {
      Optional<StoredZip> zip = shelf.find(work.id());
      if (isUnwanted(work, zip)) {
        stop(work);
      } else {
        note(work, zip.get());
      }
    }
  }

  /** Also when this node was halted for so long that another one took it for gone. */
  private boolean isUnwanted(Work work, Optional<StoredZip> zip) {
    return zip.isEmpty()
        || work.cancelled()
        || shelf.marked(work.id(), Mark.CANCEL)
        || shelf.marked(work.id(), Mark.RESCUED);
  }

  private void note(Work work, StoredZip zip) throws IOException {
    synchronized (work) {
      StoredZip now = seen(zip);
      if (has(work.id()) && now.state() == State.RUNNING) {
        shelf.write(now);
      }
    }
  }

  private void run(Work work) {
    try {
      PartFile part = new PartFile(shelf.folder(work.id()), disk, bytesLeft.getAsLong());
      Made made;
      try (part) {
        made = work.wanted() ? work.making().make(work, part) : new Made.Stopped();
      }
      if (has(work.id())) {
        end(work, stage(work, made, part));
      }
    } catch (IOException | RuntimeException e) {
      journal.failed("storing a Support ZIP", e);
      end(work, new Stage.Failed(clock.instant(), Trouble.FAILED));
    }
  }

  private Stage stage(Work work, Made made, PartFile part) throws IOException {
    boolean stored = part.trouble().isEmpty();
    if (stored && made instanceof Made.Whole whole) {
      long bytes = part.keep();
      var content = new Stage.Content(bytes, whole.sha256(), whole.entries());
      return new Stage.Done(clock.instant(), content, whole.outcome());
    }
    if (closing && !work.cancelled() && stored) {
      Texts texts = Texts.in(work.making().requester().locale());
      return new Recovery(shelf.folder(work.id()), texts).of(clock.instant());
    }
    part.drop();
    if (!stored) {
      return new Stage.Failed(clock.instant(), part.trouble().get());
    }
    if (made instanceof Made.Refused refused) {
      return new Stage.Failed(clock.instant(), refused.trouble());
    }
    if (made instanceof Made.Failed failed) {
      journal.failed("making a stored Support ZIP", failed.cause());
      return new Stage.Failed(clock.instant(), Trouble.FAILED);
    }
    return new Stage.Cancelled(clock.instant());
  }

  private void end(Work work, Stage stage) {
    synchronized (work) {
      if (!has(work.id())) {
        return;
      }
      try {
        shelf
            .find(work.id())
            .filter(zip -> zip.state().open())
            .ifPresent(zip -> tell(work, seen(zip).at(stage)));
      } catch (RuntimeException e) {
        journal.failed("noting the end of a stored Support ZIP", e);
        leftOver.set(true);
      } finally {
        drop(work);
      }
    }
    deleteIfMarked(work.id());
  }

  /** Looked at last: whoever marks it later finds that it is not ours any more. */
  private void deleteIfMarked(String id) {
    try {
      if (shelf.marked(id, Mark.DELETED)) {
        shelf.delete(id);
      }
    } catch (IOException e) {
      journal.failed("deleting a stored Support ZIP", e);
    }
  }

  private void tell(Work work, StoredZip zip) {
    try {
      shelf.write(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    endings.ended(zip, work.making().requester().user());
    if (zip.stage() instanceof Stage.Done) {
      work.making().whole();
    }
  }

  @Override
  public void close() {
    closing = true;
    for (Work work : all()) {
      work.halt();
      work.making().stop();
    }
    lanes.values().forEach(ExecutorService::shutdown);
    lanes.values().forEach(lane -> Background.await(lane, LONGEST_END));
  }
}
