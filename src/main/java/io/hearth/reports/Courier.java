package io.hearth.reports;

import io.hearth.egress.Destination;
import io.hearth.egress.Outgoing;
import io.hearth.reports.Sending.Phase;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes reviewed reports to the support endpoint, each only because an administrator asked for it:
 * one at a time on a node, with a short queue behind it, and each report once at a time in the
 * cluster.
 */
public final class Courier implements AutoCloseable {

  public static final int ATTEMPTS = 5;
  static final int MOST_AT_ONCE = 3;
  private static final int MOST_REMEMBERED = 50;

  /** How long is waited after a failure; never longer, whatever the endpoint asks for. */
  public record Pace(Duration first, Duration longest) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10));
  }

  /** Who wants what sent. */
  public record Order(Filed filed, Destination destination, String by, PrivateFolder.Content zip) {}

  private final ReportStore store;
  private final Outgoing outgoing;
  private final Clock clock;
  private final Pace pace;
  private final Predicate<String> nodeRuns;
  private final BiConsumer<String, Exception> trouble;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final ThreadPoolExecutor thread;
  private final Map<String, Trip> trips = new LinkedHashMap<>();
  private boolean closed;

  /**
   * @param nodeRuns whether another node of this id runs
   */
  public Courier(
      ReportStore store,
      Outgoing outgoing,
      Clock clock,
      Pace pace,
      ThreadFactory threads,
      Predicate<String> nodeRuns,
      BiConsumer<String, Exception> trouble) {
    this.store = store;
    this.outgoing = outgoing;
    this.clock = clock;
    this.pace = pace;
    this.nodeRuns = nodeRuns;
    this.trouble = trouble;
    this.thread =
        new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    thread.allowCoreThreadTimeOut(true);
  }

  /**
   * @param taken is told when the receipt is kept and the report marked as sent
   * @return empty while the report is on its way already, or too many are
   */
  public Optional<Sending> send(Order order, Consumer<SentReceipt> taken) throws IOException {
    if (!room.tryAcquire()) {
      return Optional.empty();
    }
    boolean begun = false;
    try {
      Optional<Trip> trip = claimed(order, taken);
      begun = trip.isPresent() && begin(order, trip.get());
      return begun ? trip.map(Trip::now) : Optional.empty();
    } finally {
      if (!begun) {
        room.release();
      }
    }
  }

  /** In one step with what other calls on this node look at. */
  private synchronized Optional<Trip> claimed(Order order, Consumer<SentReceipt> taken)
      throws IOException {
    String id = order.filed().report().id();
    SendingFiles files = store.sendings(id);
    long before = files.highest();
    if (closed || sending(id).filter(one -> !one.phase().isOver()).isPresent()) {
      return Optional.empty();
    }
    Destination destination = order.destination();
    String host = destination.target().address().getHost();
    Sending first = Sending.waiting(before + 1, store.node(), order.by(), clock.instant(), host);
    if (!files.claim(first)) {
      return Optional.empty();
    }
    Trip.Means means = new Trip.Means(outgoing, clock, pace, id, files, trouble);
    Trip trip = new Trip(means, destination, first, receipt -> keep(order, receipt, taken));
    remember(id, trip);
    return Optional.of(trip);
  }

  private void remember(String id, Trip trip) {
    trips.remove(id);
    trips.put(id, trip);
    trips.entrySet().stream()
        .filter(one -> trips.size() > MOST_REMEMBERED && one.getValue().now().phase().isOver())
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(trips::remove);
  }

  private boolean begin(Order order, Trip trip) throws IOException {
    try {
      trip.pack(order.zip());
      return started(trip);
    } catch (IOException | RuntimeException e) {
      forget(order.filed().report().id(), trip);
      throw e;
    }
  }

  private synchronized boolean started(Trip trip) {
    if (closed) {
      trip.interrupted();
      return false;
    }
    thread.execute(
        () -> {
          try {
            trip.run();
          } finally {
            room.release();
          }
        });
    return true;
  }

  private synchronized void forget(String id, Trip trip) throws IOException {
    trips.remove(id, trip);
    store.sendings(id).drop(trip.now());
  }

  private void keep(Order order, SentReceipt receipt, Consumer<SentReceipt> taken) {
    try {
      store.markSent(order.filed().report().id(), receipt, order.by());
    } catch (IOException e) {
      trouble.accept("keeping the receipt of a report", e);
    }
    taken.accept(receipt);
  }

  private synchronized Optional<Trip> trip(String id) {
    return Optional.ofNullable(trips.get(id));
  }

  /** The last one. What a node that is gone has begun is shown as interrupted. */
  public synchronized Optional<Sending> sending(String id) throws IOException {
    Optional<Sending> kept = store.sendings(id).last();
    if (kept.isEmpty()) {
      return kept;
    }
    Sending one = kept.get();
    Optional<Sending> here = trip(id).map(Trip::now).filter(trip -> trip.number() == one.number());
    if (here.isPresent()) {
      return here;
    }
    boolean lost = one.node().equals(store.node()) || !nodeRuns.test(one.node());
    return Optional.of(
        lost && !one.phase().isOver() ? one.at(one.stand().over(Phase.INTERRUPTED)) : one);
  }

  /** Whether there was anything to stop. */
  public Optional<Sending> cancel(String id) throws IOException {
    Optional<Sending> under = sending(id).filter(one -> !one.phase().isOver());
    if (under.isPresent()) {
      store.sendings(id).stop(under.get().number());
      trip(id).ifPresent(Trip::stop);
    }
    return under;
  }

  /** Ends what this node had begun before it was started anew. */
  public synchronized void upkeep() throws IOException {
    for (Filed one : store.all()) {
      String id = one.report().id();
      Optional<Sending> last = sending(id);
      if (last.filter(end -> end.phase() == Phase.INTERRUPTED).isPresent()) {
        store.sendings(id).end(last.get());
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    trips.values().forEach(Trip::close);
    thread.shutdownNow();
    trips.values().stream()
        .filter(trip -> trip.now().phase() == Phase.WAITING)
        .forEach(Trip::interrupted);
  }
}
