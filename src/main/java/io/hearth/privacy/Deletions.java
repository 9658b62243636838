package io.hearth.privacy;

import io.hearth.cluster.Nodes;
import io.hearth.privacy.Orders.Order;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Deletes kept data on all nodes: here at once, on each other node that runs within seconds. */
public final class Deletions {

  /**
   * What went.
   *
   * @param went records of each kind, on all nodes that are done
   * @param waiting nodes that run and are not done yet
   */
  public record Receipt(
      String id,
      Instant at,
      Map<String, Optional<Instant>> kinds,
      Map<String, Long> went,
      List<String> waiting) {}

  private final Supplier<List<DataKind>> kinds;
  private final Nodes nodes;
  private final Orders orders;
  private final BiConsumer<String, Exception> failures;

  /**
   * @param hearth the app's folder in the shared home
   * @param failures told which kind could not be deleted, and why
   */
  public Deletions(
      Supplier<PrivateFolder> hearth,
      Nodes nodes,
      Supplier<List<DataKind>> kinds,
      Clock clock,
      BiConsumer<String, Exception> failures) {
    this.kinds = kinds;
    this.nodes = nodes;
    this.orders = new Orders(hearth, nodes, clock);
    this.failures = failures;
  }

  /**
   * @param which kinds by their ids, each with the moment before which it goes; empty for all
   * @throws IOException when it could not be done whole: it can be asked for again
   */
  public Receipt delete(Map<String, Optional<Instant>> which) throws IOException {
    Order order = orders.give(which);
    Map<String, Long> went = new TreeMap<>();
    Optional<IOException> failure = Optional.empty();
    for (DataKind kind : kinds.get()) {
      if (which.containsKey(kind.id())) {
        try {
          went.put(kind.id(), kind.delete(which.get(kind.id())));
        } catch (IOException | RuntimeException e) {
          failures.accept(kind.id(), e);
          failure = failure.or(() -> Optional.of(new IOException("deleting " + kind.id(), e)));
        }
      }
    }
    orders.done(order, went);
    if (failure.isPresent()) {
      throw failure.get();
    }
    return receipt(order);
  }

  /** Empty when there was no such order, or too long ago. */
  public Optional<Receipt> find(String id) {
    return orders.find(id).map(this::receipt);
  }

  private Receipt receipt(Order order) {
    Map<String, Map<String, Long>> done = orders.doneBy(order.id());
    Map<String, Long> went = new TreeMap<>();
    order.kinds().keySet().forEach(kind -> went.put(kind, 0L));
    done.values().forEach(one -> one.forEach((kind, count) -> went.merge(kind, count, Long::sum)));
    List<String> waiting =
        nodes.running().stream().filter(node -> !done.containsKey(node)).toList();
    return new Receipt(order.id(), order.at(), order.kinds(), went, waiting);
  }

  /** Does here what other nodes were told; to be called every few seconds. */
  public void obey() throws IOException {
    for (Order order : orders.open()) {
      Map<String, Long> went = new TreeMap<>();
      for (DataKind kind : kinds.get()) {
        if (order.kinds().containsKey(kind.id())) {
          try {
            went.put(kind.id(), kind.deleteOwn(order.kinds().get(kind.id())));
          } catch (IOException | RuntimeException e) {
            failures.accept(kind.id(), e);
          }
        }
      }
      orders.done(order, went);
    }
    orders.forgetOwnNotes();
  }

  long forget(Instant before) throws IOException {
    return orders.forget(before);
  }
}
