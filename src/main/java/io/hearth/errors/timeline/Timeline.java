package io.hearth.errors.timeline;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.errors.timeline.InstanceEvent.Kind;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What changed on the instance and when: apps that were installed, updated, removed, the product's
 * upgrades and the nodes' starts. Each node compares what is installed with what it saw last and
 * adds a line to its own {@code timeline.jsonl}; a reader takes what several nodes saw of one
 * change as one event.
 */
public final class Timeline {

  private record Line(String time, String kind, String app, String from, String to) {}

  /** Nodes look at other moments; the same change within this time is one event. */
  private static final Duration SAME = Duration.ofMinutes(20);

  private static final int MOST_LINES = 2000;
  private static final String EVENTS = "timeline.jsonl";
  private static final String SEEN = "installed.json";
  private static final Gson GSON = new Gson();

  private final Host host;
  private final Clock clock;
  private final Instant started;

  /**
   * @param started when this node's process began
   */
  public Timeline(Host host, Clock clock, Instant started) {
    this.host = host;
    this.clock = clock;
    this.started = started;
  }

  private PrivateFolder nodes() {
    return PrivateFolder.nodesIn(host.layout().sharedHome());
  }

  PrivateFolder own() {
    return nodes().below(host.nodeId());
  }

  /**
   * Compares what is installed, and the process that runs, with what was seen last; the first look
   * only remembers.
   */
  public synchronized void look() {
    Snapshot now = Snapshot.of(host, started);
    Optional<Snapshot> before = seen();
    before.ifPresent(last -> add(now.since(last, clock.instant())));
    if (!before.equals(Optional.of(now))) {
      try {
        own().write(SEEN, GSON.toJson(now));
      } catch (IOException e) {
        throw new UncheckedIOException("remembering what is installed", e);
      }
    }
  }

  private Optional<Snapshot> seen() {
    try {
      return Optional.ofNullable(GSON.fromJson(own().read(SEEN), Snapshot.class))
          .filter(one -> one.product() != null && one.apps() != null);
    } catch (IOException | JsonParseException first) {
      return Optional.empty();
    }
  }

  private void add(List<InstanceEvent> events) {
    StringBuilder lines = new StringBuilder();
    events.forEach(event -> lines.append(line(event)).append('\n'));
    if (lines.isEmpty()) {
      return;
    }
    try {
      own().append(EVENTS, lines.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("noting what changed on the instance", e);
    }
  }

  /** Of all nodes, newest first. */
  public List<InstanceEvent> since(Instant from) {
    List<InstanceEvent> events = new ArrayList<>();
    try {
      events.addAll(ofAllNodes());
    } catch (IOException e) {
      throw new UncheckedIOException("reading what changed on the instance", e);
    }
    events.removeIf(event -> event.time().isBefore(from));
    events.sort(Comparator.comparing(InstanceEvent::time));
    List<InstanceEvent> once = new ArrayList<>();
    events.stream().filter(event -> !isKnown(event, once)).forEach(once::add);
    once.sort(Comparator.comparing(InstanceEvent::time).reversed());
    return once;
  }

  private static boolean isKnown(InstanceEvent event, List<InstanceEvent> earlier) {
    return event.kind() != Kind.STARTED
        && earlier.stream()
            .anyMatch(
                one ->
                    one.kind() == event.kind()
                        && one.app().equals(event.app())
                        && one.to().equals(event.to())
                        && Duration.between(one.time(), event.time()).compareTo(SAME) < 0);
  }

  /** Drops the oldest of this node's lines when there are too many. */
  public synchronized void keepFew() {
    try {
      List<InstanceEvent> all = read(own());
      keep(own(), all, all.subList(Math.max(0, all.size() - MOST_LINES), all.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("dropping old changes of the instance", e);
    }
  }

  /** Drops this node's lines that are older, and tells how many. */
  synchronized long expire(Instant before) throws IOException {
    return expire(own(), before);
  }

  /** The same of a node that does not run. */
  synchronized long expire(PrivateFolder node, Instant before) throws IOException {
    List<InstanceEvent> all = read(node);
    return keep(node, all, all.stream().filter(one -> !one.time().isBefore(before)).toList());
  }

  private static long keep(PrivateFolder node, List<InstanceEvent> all, List<InstanceEvent> kept)
      throws IOException {
    if (kept.size() < all.size()) {
      StringBuilder lines = new StringBuilder();
      kept.forEach(event -> lines.append(line(event)).append('\n'));
      node.write(EVENTS, lines.toString());
    }
    return all.size() - kept.size();
  }

  /** Forgets what a node saw last: the next look only remembers. */
  synchronized void forgetSeen(PrivateFolder node) throws IOException {
    node.delete(SEEN);
  }

  /** As each node saw them. */
  synchronized List<InstanceEvent> ofAllNodes() throws IOException {
    List<InstanceEvent> events = new ArrayList<>();
    for (String node : nodes().names()) {
      events.addAll(read(nodes().below(node)));
    }
    return events;
  }

  private static String line(InstanceEvent event) {
    return GSON.toJson(
        new Line(
            event.time().toString(), event.kind().id(), event.app(), event.from(), event.to()));
  }

  private static List<InstanceEvent> read(PrivateFolder node) throws IOException {
    try {
      return node.read(EVENTS).lines().flatMap(line -> event(line).stream()).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  /** Empty for half a line, and for what another version wrote. */
  private static Optional<InstanceEvent> event(String text) {
    try {
      Line line = GSON.fromJson(text, Line.class);
      Instant time = Instant.parse(line.time());
      return Arrays.stream(Kind.values())
          .filter(kind -> kind.id().equals(line.kind()))
          .findFirst()
          .map(kind -> new InstanceEvent(time, kind, line.app(), line.from(), line.to()));
    } catch (JsonParseException | java.time.DateTimeException | NullPointerException broken) {
      return Optional.empty();
    }
  }
}
