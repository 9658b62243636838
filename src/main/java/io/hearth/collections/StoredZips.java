package io.hearth.collections;

import io.hearth.application.Background;
import io.hearth.application.Journal;
import io.hearth.application.Requester;
import io.hearth.application.SupportZips;
import io.hearth.application.ZipChange;
import io.hearth.cluster.Nodes;
import io.hearth.collections.Shelf.Mark;
import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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

    /**
     * The ZIP that is to be changed has no such entries, or they are the two that tell of others.
     */
    record Unknown(List<String> entries) implements Answer {}

    /** It has no file, or none with a manifest that can tell of the change. */
    record NotThere() implements Answer {}
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
  private final SupportZips supportZips;
  private final Shelf shelf;
  private final Lead lead;
  private final WorkQueue queue;
  private final Endings endings;
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
    this.supportZips = zips;
    this.lead = new Lead(() -> Participants.folder(host).parent(), cluster);
    this.queue = new WorkQueue(lead, shelf, this::left, room.disk(), clock, journal, endings);
    this.participants =
        new Participants(host, zips, room.disk(), this::left, cluster, clock, journal);
    this.rescue = new Rescue(host, shelf, queue, cluster, clock);
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

  public Answer order(Order order) {
    StoredZip zip =
        new StoredZip(
            Shelf.newId(),
            order.fileName(),
            host.nodeId(),
            order.requester().user().name(),
            order.choice().items(),
            Optional.empty(),
            order.cause(),
            List.of(),
            clock.instant(),
            false,
            new Stage.Queued());
    Optional<Leader> leader = order.gather().map(how -> leader(zip, order, how));
    return take(zip, new Collecting(zip.id(), order, leader, supportZips, lead));
  }

  /** Has a ZIP made of a finished one without what a person takes out; the other one stays. */
  public Answer prune(StoredZip source, ZipChange change, Requester requester) {
    if (source.stage().content().isEmpty()) {
      return new Answer.NotThere();
    }
    try {
      Path file = shelf.folder(source.id()).path().resolve(PartFile.ZIP);
      Optional<List<String>> unknown = Pruning.unknown(file, change);
      if (unknown.isEmpty()) {
        return new Answer.NotThere();
      } else if (!unknown.get().isEmpty()) {
        return new Answer.Unknown(unknown.get());
      }
    } catch (IOException e) {
      journal.failed("reading a stored Support ZIP", e);
      return new Answer.NotThere();
    }
    String who = requester.user().name();
    String name = source.fileName().replaceFirst("(?i)\\.zip$", "") + "-changed.zip";
    StoredZip zip = source.copy(Shelf.newId(), name, host.nodeId(), who, clock.instant());
    return take(zip, new Pruning(source, change, requester, shelf, clock));
  }

  private synchronized Answer take(StoredZip zip, Making making) {
    if (queue.waiting(making.lane()) >= room.queued()) {
      return new Answer.QueueFull(room.queued());
    }
    Optional<Trouble> trouble = makeRoom(zip.of());
    if (trouble.isPresent()) {
      return new Answer.NoRoom(trouble.get(), store());
    }
    Work work = new Work(zip.id(), making);
    queue.hold(work);
    StoredZip taken = queue.seen(zip);
    try {
      shelf.write(taken);
    } catch (IOException e) {
      queue.drop(work);
      journal.failed("storing a Support ZIP", e);
      return new Answer.NoRoom(
          store().disk().tooLittle() ? Trouble.DISK_FULL : Trouble.FAILED, store());
    }
    queue.begin(work);
    return new Answer.Taken(taken);
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

  /** The oldest that nobody wanted to keep make room, but none that is still being made. */
  private Optional<Trouble> makeRoom(Optional<String> source) {
    if (disk().tooLittle()) {
      return Optional.of(Trouble.DISK_FULL);
    }
    List<StoredZip> there = all();
    Set<String> spared = sources(there);
    source.ifPresent(spared::add);
    for (int n = there.size() - 1; n >= 0 && isFull(); n--) {
      if (there.get(n).expiresAt().isPresent() && !spared.contains(there.get(n).id())) {
        expire(there.get(n));
      }
    }
    return isFull() ? Optional.of(Trouble.STORE_FULL) : Optional.empty();
  }

  /** Those of which another one is being made do not go by themselves meanwhile. */
  private static Set<String> sources(List<StoredZip> zips) {
    return zips.stream()
        .filter(zip -> zip.state().open())
        .flatMap(zip -> zip.of().stream())
        .collect(Collectors.toCollection(HashSet::new));
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
    List<StoredZip> zips = all();
    Set<String> spared = sources(zips);
    for (StoredZip zip : zips) {
      if (zip.expiresAt().filter(now::isAfter).isPresent() && !spared.contains(zip.id())) {
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
    participants.close();
    queue.close();
  }
}
