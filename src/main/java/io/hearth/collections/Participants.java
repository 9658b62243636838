package io.hearth.collections;

import io.hearth.application.Background;
import io.hearth.application.Journal;
import io.hearth.application.NodeShare.Absence;
import io.hearth.application.NodeShare.State;
import io.hearth.application.SupportZips;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/** What this node does for ZIPs that other nodes lead: it looks for orders and makes its parts. */
final class Participants implements AutoCloseable {

  /** A leading node makes one ZIP at a time, so more than these are remains. */
  private static final int MOST = 20;

  private static final Duration LONGEST_END = Duration.ofSeconds(6);

  /** After which a folder that nobody changes belongs to nobody. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Host host;
  private final SupportZips zips;
  private final Room.DiskSpace disk;
  private final LongSupplier bytesLeft;
  private final Cluster cluster;
  private final Clock clock;
  private final Journal journal;
  private final String run = UUID.randomUUID().toString();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Background.threads("hearth-parts"));
  private final Map<String, PartWork> works = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Map<String, Long> withoutOrder = new HashMap<>();

  Participants(
      Host host,
      SupportZips zips,
      Room.DiskSpace disk,
      LongSupplier bytesLeft,
      Cluster cluster,
      Clock clock,
      Journal journal) {
    this.host = host;
    this.zips = zips;
    this.disk = disk;
    this.bytesLeft = bytesLeft;
    this.cluster = cluster;
    this.clock = clock;
    this.journal = journal;
  }

  static PrivateFolder folder(Host host) {
    return PrivateFolder.in(host.layout().sharedHome()).below("cluster").below("collections");
  }

  Exchange exchange(String id) {
    return new Exchange(folder(host), id);
  }

  /** Each second: one look at a folder that is empty or not there most of the time. */
  synchronized void look() throws IOException {
    List<String> ids = folder(host).names();
    done.retainAll(ids);
    withoutOrder.keySet().retainAll(ids);
    for (String id : ids) {
      deleteIfNobodys(exchange(id));
      if (!done.contains(id) && !works.containsKey(id) && works.size() < MOST) {
        consider(exchange(id));
      }
    }
    Iterator<Map.Entry<String, PartWork>> each = works.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, PartWork> work = each.next();
      work.getValue().look();
      if (work.getValue().isOver()) {
        clean(exchange(work.getKey()));
        each.remove();
      }
    }
  }

  /**
   * The order is the last that a leading node writes when it begins, and the first that it deletes.
   * Where there is none for so long, it died in between, or a node that it left out wrote after it.
   */
  private void deleteIfNobodys(Exchange exchange) throws IOException {
    if (exchange.ordered()) {
      withoutOrder.remove(exchange.id());
      return;
    }
    long now = cluster.nanos().getAsLong();
    long since = withoutOrder.computeIfAbsent(exchange.id(), id -> now);
    if (now - since > cluster.patience().silence().toNanos()) {
      exchange.delete();
    }
  }

  private void consider(Exchange exchange) throws IOException {
    Optional<PartOrder> found = exchange.order();
    if (found.isEmpty()) {
      return;
    }
    String own = host.nodeId();
    PartOrder order = found.get();
    Optional<NodeAnswer> before = exchange.answer(own);
    if (order.leader().equals(own) || !order.nodes().contains(own) || before.isPresent()) {
      done.add(exchange.id());
      if (before.filter(answer -> !answer.run().equals(run) && !answer.ended()).isPresent()) {
        // The process of this node before this one had begun.
        exchange.answer(own, before.get().missing(Absence.STOPPED));
      }
      return;
    }
    Optional<String> secret = exchange.takeSecret(own);
    if (secret.isPresent()) {
      begin(exchange, order, secret.get());
    }
  }

  private void begin(Exchange exchange, PartOrder order, String secret) throws IOException {
    String own = host.nodeId();
    NodeAnswer first = NodeAnswer.of(run, clock.instant(), State.WAITING);
    if (disk.of(host.layout().sharedHome()).tooLittle()) {
      exchange.answer(own, first.missing(Absence.NO_ROOM));
      done.add(exchange.id());
      return;
    }
    exchange.answer(own, first);
    PartWork work =
        new PartWork(
            exchange,
            first,
            own,
            order,
            cluster.redactions().apply(secret),
            zips,
            cluster,
            journal);
    works.put(exchange.id(), work);
    worker.execute(() -> work.run(new PartFile(exchange.of(own), disk, bytesLeft.getAsLong())));
  }

  /** The leading node may have deleted it while this one wrote. */
  private void clean(Exchange exchange) {
    try {
      if (exchange.ordered()) {
        exchange.of(host.nodeId()).delete();
      } else {
        exchange.delete();
      }
    } catch (IOException e) {
      journal.failed("cleaning up behind a part of a Support ZIP", e);
    }
  }

  /** What this node led before its process ended: nobody goes on with it. */
  void forgetOwn() throws IOException {
    for (String id : folder(host).names()) {
      if (leader(id).equals(host.nodeId())) {
        exchange(id).delete();
      }
    }
  }

  private String leader(String id) {
    try {
      return exchange(id).order().map(PartOrder::leader).orElse("");
    } catch (IOException broken) {
      return "";
    }
  }

  /** Once an hour: what nodes left that did not come back. */
  void sweep(Instant now) throws IOException {
    for (String id : folder(host).names()) {
      if (lastChange(id).isBefore(now.minus(SETTLED))) {
        exchange(id).delete();
      }
    }
  }

  private Instant lastChange(String id) throws IOException {
    return Files.getLastModifiedTime(folder(host).path().resolve(id), LinkOption.NOFOLLOW_LINKS)
        .toInstant();
  }

  @Override
  public void close() {
    synchronized (this) {
      works.values().forEach(PartWork::stop);
    }
    worker.shutdown();
    Background.await(worker, LONGEST_END);
  }
}
