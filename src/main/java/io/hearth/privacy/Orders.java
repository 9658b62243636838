package io.hearth.privacy;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.hearth.cluster.Nodes;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What all nodes are told to delete: a file each in {@code <shared home>/hearth/privacy/orders}. A
 * node that has done so notes in its own folder how much went, so that nobody deletes twice and the
 * receipt counts all nodes.
 */
final class Orders {

  /**
   * @param before for each kind; empty for all of it
   */
  record Order(String id, Instant at, Map<String, Optional<Instant>> kinds) {}

  private record Kept(String at, Map<String, String> kinds) {}

  static final Duration KEPT = Duration.ofDays(7);

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
  private static final String ENDING = ".json";
  private static final String FOLDER = "orders";
  private static final int LARGEST = 64 << 10;
  private static final int MOST = 2000;
  private static final Gson GSON = new Gson();

  private final Supplier<PrivateFolder> hearth;
  private final Nodes nodes;
  private final Clock clock;

  /**
   * @param hearth the app's folder in the shared home
   */
  Orders(Supplier<PrivateFolder> hearth, Nodes nodes, Clock clock) {
    this.hearth = hearth;
    this.nodes = nodes;
    this.clock = clock;
  }

  private PrivateFolder orders() {
    return hearth.get().below("privacy").below(FOLDER);
  }

  Order give(Map<String, Optional<Instant>> kinds) throws IOException {
    Order order = new Order(UUID.randomUUID().toString(), clock.instant(), Map.copyOf(kinds));
    Map<String, String> texts = new TreeMap<>();
    kinds.forEach((kind, before) -> texts.put(kind, before.map(Instant::toString).orElse("")));
    orders().write(order.id() + ENDING, GSON.toJson(new Kept(order.at().toString(), texts)));
    return order;
  }

  /** Those that this node has not done. */
  List<Order> open() throws IOException {
    List<String> done = nodes.folder(nodes.own()).below(FOLDER).names();
    List<Order> open = new ArrayList<>();
    for (String name : orders().names()) {
      if (!done.contains(name) && open.size() < MOST) {
        find(name.replace(ENDING, "")).ifPresent(open::add);
      }
    }
    return open;
  }

  Optional<Order> find(String id) {
    PrivateFolder orders = orders();
    String file = id + ENDING;
    try {
      if (!ID.matcher(id).matches() || orders.size(file) > LARGEST) {
        return Optional.empty();
      }
      Kept kept = GSON.fromJson(orders.read(file), Kept.class);
      Map<String, Optional<Instant>> kinds = new TreeMap<>();
      kept.kinds()
          .forEach(
              (kind, before) ->
                  kinds.put(
                      kind,
                      before.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(before))));
      return Optional.of(new Order(id, Instant.parse(kept.at()), kinds));
    } catch (IOException | JsonParseException | DateTimeException | NullPointerException none) {
      return Optional.empty();
    }
  }

  /** Notes what went on this node. */
  void done(Order order, Map<String, Long> went) throws IOException {
    nodes.folder(nodes.own()).below(FOLDER).write(order.id() + ENDING, GSON.toJson(went));
  }

  /** What went, by node. */
  Map<String, Map<String, Long>> doneBy(String id) {
    Map<String, Map<String, Long>> done = new TreeMap<>();
    if (ID.matcher(id).matches()) {
      for (String node : nodes.names()) {
        went(nodes.folder(node).below(FOLDER), id + ENDING).ifPresent(one -> done.put(node, one));
      }
    }
    return done;
  }

  private static Optional<Map<String, Long>> went(PrivateFolder folder, String file) {
    try {
      return folder.size(file) > LARGEST
          ? Optional.empty()
          : Optional.ofNullable(
              GSON.fromJson(folder.read(file), new TypeToken<TreeMap<String, Long>>() {}));
    } catch (IOException | JsonParseException none) {
      return Optional.empty();
    }
  }

  /** Forgets old ones, and what this node and those that do not run noted of them. */
  long forget(Instant before) throws IOException {
    long forgotten = 0;
    for (String name : orders().names()) {
      Optional<Order> order = find(name.replace(ENDING, ""));
      if (order.isEmpty() || order.get().at().isBefore(before)) {
        orders().delete(name);
        forgotten++;
      }
    }
    List<String> left = orders().names();
    List<String> ours = new ArrayList<>(nodes.silent());
    ours.add(nodes.own());
    for (String node : ours) {
      PrivateFolder notes = nodes.folder(node).below(FOLDER);
      for (String name : notes.names()) {
        if (!left.contains(name)) {
          notes.delete(name);
        }
      }
    }
    return forgotten;
  }

  /** Forgets what this node noted of orders that are gone. */
  void forgetOwnNotes() throws IOException {
    List<String> left = orders().names();
    PrivateFolder notes = nodes.folder(nodes.own()).below(FOLDER);
    for (String name : notes.names()) {
      if (!left.contains(name)) {
        notes.delete(name);
      }
    }
  }
}
