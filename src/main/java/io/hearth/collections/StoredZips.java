package io.hearth.collections;

import io.hearth.application.Background;
import io.hearth.application.Journal;
import io.hearth.application.SupportZips;
import io.hearth.cluster.Nodes;
import io.hearth.collections.Shelf.Mark;
import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The door of Support ZIPs that are made on the server while nobody waits: asked for, followed,
 * stopped, kept, downloaded and deleted, from any node and after a restart.
 */
public final class StoredZips implements AutoCloseable {

  /** What became of an order. */
  public sealed interface Answer {

    record Taken(StoredZip zip) implements Answer {}

    /** So many wait already. */
    record QueueFull(int waiting) implements Answer {}

    record NoRoom(Trouble trouble, Store store) implements Answer {}
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** How full the store is. */
  public record Store(int zips, int mostZips, long bytes, long mostBytes, Room.Free disk) {}

  private final Host host;
  private final Room room;
  private final Clock clock;
  private final Journal journal;
  private final Shelf shelf;
  private final WorkQueue queue;
  private final Endings endings;
  private final Pruner pruner;
  private final Cluster cluster;
  private final Participants participants;
  private final Rescue rescue;
  private final ScheduledExecutorService watch;

  public StoredZips(
      Host host,
      SupportZips zips,
      Room room,
      Cluster cluster,
      Clock clock,
      Journal journal,
      Endings endings) {
    this.host = host;
    this.room = room;
    this.clock = clock;
    this.journal = journal;
    this.endings = endings;
    this.shelf = new Shelf(host);
    this.cluster = cluster;
    Lead lead = new Lead(() -> Participants.folder(host).parent(), cluster);
    this.queue = new WorkQueue(zips, lead, shelf, this::left, room.disk(), clock, journal, endings);
    this.participants =
        new Participants(host, zips, room.disk(), this::left, cluster, clock, journal);
    this.rescue = new Rescue(host, shelf, queue, cluster, clock);
    this.pruner = new Pruner(shelf, host, room.disk(), clock, journal);
    this.watch = Executors.newSingleThreadScheduledExecutor(Background.threads("hearth-watch"));
  }

  /** Begins to look after what this node makes, and what the process before it left. */
  public void start() {
    long every = cluster.patience().look().toMillis();
    watch.scheduleWithFixedDelay(this::look, 0, every, TimeUnit.MILLISECONDS);
  }

  /** What this keeps, for the page Privacy. */
  public DataKind kind() {
    return new StoredZipData(this);
  }

  /** Newest first. */
  public List<StoredZip> all() {
    try {
      return shelf.zips().stream().map(queue::seen).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("listing stored Support ZIPs", e);
    }
  }

  public Optional<StoredZip> find(String id) {
    return shelf.find(id).map(queue::seen);
  }

  public synchronized Answer order(Order order) {
    if (queue.waiting() >= room.queued()) {
      return new Answer.QueueFull(room.queued());
    }
    Optional<Trouble> trouble = makeRoom("");
    if (trouble.isPresent()) {
      return new Answer.NoRoom(trouble.get(), store());
    }
    StoredZip zip =
        new StoredZip(
            Shelf.newId(),
            order.fileName(),
            host.nodeId(),
            order.requester().user().name(),
            order.choice().items(),
            order.cause(),
            List.of(),
            clock.instant(),
            false,
            new Stage.Queued());
    Work work = new Work(zip.id(), order, order.gather().map(how -> leader(zip, order, how)));
    queue.hold(work);
    try {
      shelf.write(zip.with(work.shares()));
    } catch (IOException e) {
      queue.drop(work);
      journal.failed("storing a Support ZIP", e);
      return new Answer.NoRoom(
          store().disk().tooLittle() ? Trouble.DISK_FULL : Trouble.FAILED, store());
    }
    queue.begin(work);
    return new Answer.Taken(zip.with(work.shares()));
  }

  private Leader leader(StoredZip zip, Order order, Gather gather) {
    Exchange exchange = participants.exchange(zip.id());
    return new Leader(exchange, zip.node(), order, gather, cluster, clock, journal);
  }

  /** The nodes that can be asked for a part, and those that are missed. */
  public List<Nodes.Known> nodes() {
    return cluster.nodes().known();
  }

  public Store store() {
    List<StoredZip> zips = all();
    return new Store(zips.size(), room.zips(), bytes(zips), room.bytes(), disk());
  }

  private Room.Free disk() {
    try {
      return room.disk().of(host.layout().sharedHome());
    } catch (IOException e) {
      throw new UncheckedIOException("measuring the disk of the shared home", e);
    }
  }

  static long bytes(List<StoredZip> zips) {
    return zips.stream()
        .flatMap(zip -> zip.stage().content().stream())
        .mapToLong(Stage.Content::bytes)
        .sum();
  }

  private long left() {
    return room.bytes() - bytes(all());
  }

  /**
   * Makes a ZIP of a finished one without some of its entries, on the calling thread; the other one
   * stays.
   */
  public Pruner.Answer prune(StoredZip source, Pruner.Cut cut) {
    Optional<Trouble> trouble;
    synchronized (this) {
      trouble = makeRoom(source.id());
    }
    return trouble.isPresent()
        ? new Pruner.Answer.NoRoom(trouble.get())
        : pruner.prune(source, cut, left());
  }

  /** The oldest that nobody wanted to keep make room, but none that is still being made. */
  private Optional<Trouble> makeRoom(String spared) {
    if (disk().tooLittle()) {
      return Optional.of(Trouble.DISK_FULL);
    }
    List<StoredZip> zips = all();
    for (int n = zips.size() - 1; n >= 0 && isFull(); n--) {
      if (zips.get(n).expiresAt().isPresent() && !zips.get(n).id().equals(spared)) {
        expire(zips.get(n));
      }
    }
    return isFull() ? Optional.of(Trouble.STORE_FULL) : Optional.empty();
  }

  private boolean isFull() {
    List<StoredZip> zips = all();
    return zips.size() >= room.zips() || bytes(zips) >= room.bytes();
  }

  /** Whether there is such a ZIP; nothing happens to one that has ended. */
  public boolean cancel(String id) {
    Optional<StoredZip> zip = find(id);
    if (zip.isPresent() && zip.get().state().open() && !queue.cancel(zip.get())) {
      mark(id, Mark.CANCEL, true);
    }
    return zip.isPresent();
  }

  /** The ZIP as it is then, or empty when there is none. */
  public Optional<StoredZip> keep(String id, boolean kept) {
    if (find(id).isPresent()) {
      mark(id, Mark.KEPT, kept);
    }
    return find(id);
  }

  /** The ZIP as it was, or empty when there was none; one that is being made stops first. */
  public Optional<StoredZip> delete(String id) {
    Optional<StoredZip> zip = find(id);
    zip.ifPresent(this::remove);
    return zip;
  }

  /** Its node deletes what it is still making when it has stopped. */
  private void remove(StoredZip zip) {
    try {
      shelf.mark(zip.id(), Mark.DELETED, true);
      queue.cancel(zip);
      boolean ours = zip.node().equals(host.nodeId());
      if (!queue.has(zip.id()) && (ours || shelf.hasEnded(zip.id()))) {
        shelf.delete(zip.id());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting a stored Support ZIP", e);
    }
  }

  private void mark(String id, Mark mark, boolean on) {
    try {
      shelf.mark(id, mark, on);
    } catch (IOException e) {
      throw new UncheckedIOException("marking a stored Support ZIP", e);
    }
  }

  /** The bytes of a ZIP that has some; the caller closes them. */
  public FileChannel open(StoredZip zip) throws IOException {
    return shelf.open(zip.id());
  }

  /** Once an hour: what is past its time goes, and what a dead node left half done. */
  public void upkeep() {
    Instant now = clock.instant();
    for (StoredZip zip : all()) {
      if (zip.expiresAt().filter(now::isAfter).isPresent()) {
        expire(zip);
      }
    }
    try {
      shelf.sweep(now);
      participants.sweep(now);
    } catch (IOException e) {
      throw new UncheckedIOException("sweeping stored Support ZIPs", e);
    }
  }

  private void expire(StoredZip zip) {
    remove(zip);
    endings.expired(zip);
  }

  /** Each second: the state of what is made here goes to the disk, and what others left is read. */
  private void look() {
    attempt(this::recover);
    attempt(queue::look);
    attempt(participants::look);
    attempt(rescue::ofDeadNodes);
  }

  /** An exception would end the repetition; the next second tries again. */
  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      journal.failed("looking after stored Support ZIPs", e);
    }
  }

  private void recover() throws IOException {
    if (rescue.ofThisNode()) {
      participants.forgetOwn();
    }
  }

  /** What is being made ends as interrupted, with what it has. */
  @Override
  public void close() {
    watch.shutdownNow();
    pruner.close();
    participants.close();
    queue.close();
  }
}
