package io.hearth.cluster;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Which nodes run. Each writes {@code running.json} into its own folder again and again; whoever
 * looks remembers when it saw that file change last, by a counter of its own machine that no change
 * of a clock moves. So clocks that differ or jump make no node look dead.
 */
public final class Nodes {

  public static final String FILE = "running.json";

  /** A node that has not been seen to write for so long does not run. */
  public static final Duration SILENT_AFTER = Duration.ofMinutes(10);

  /** A node that has been away for longer is not missed any more. */
  private static final Duration MISSED = Duration.ofDays(1);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
  private static final int LARGEST = 1000;
  private static final Gson GSON = new Gson();

  private record Beat(String run, long beat, String time, boolean stopped) {}

  /** What a node's file held, and since when it holds that. */
  private record Seen(String text, long since, Instant seenAt) {}

  private final Supplier<PrivateFolder> nodes;
  private final Supplier<String> own;
  private final Clock clock;
  private final LongSupplier nanos;
  private final String run = UUID.randomUUID().toString();
  private final Map<String, Seen> seen = new HashMap<>();
  private long beats;

  /**
   * @param nodes {@code <shared home>/hearth/nodes}, asked for each time
   * @param nanos a counter that runs evenly, such as {@link System#nanoTime}
   */
  public Nodes(
      Supplier<PrivateFolder> nodes, Supplier<String> own, Clock clock, LongSupplier nanos) {
    this.nodes = nodes;
    this.own = own;
    this.clock = clock;
    this.nanos = nanos;
  }

  public String own() {
    return own.get();
  }

  public PrivateFolder folder(String node) {
    return nodes.get().below(node);
  }

  /** All that have a folder: real ones, no links to elsewhere. */
  public List<String> names() {
    try {
      PrivateFolder all = nodes.get();
      return all.names().stream()
          .filter(name -> NAME.matcher(name).matches())
          .filter(name -> Files.isDirectory(all.path().resolve(name), LinkOption.NOFOLLOW_LINKS))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("listing the folders of nodes", e);
    }
  }

  /** Shows the others that this node runs, and looks at theirs; to be called every half minute. */
  public synchronized void beat() {
    beats++;
    write(new Beat(run, beats, clock.instant().toString(), false));
    look();
  }

  private void write(Beat beat) {
    try {
      folder(own()).write(FILE, GSON.toJson(beat));
    } catch (IOException e) {
      throw new UncheckedIOException("showing that this node runs", e);
    }
  }

  private void look() {
    List<String> names = names();
    seen.keySet().retainAll(names);
    for (String node : names) {
      String text = read(node);
      Seen before = seen.get(node);
      if (before == null || !before.text().equals(text)) {
        seen.put(node, new Seen(text, nanos.getAsLong(), clock.instant()));
      }
    }
  }

  private String read(String node) {
    PrivateFolder folder = folder(node);
    try {
      return folder.size(FILE) <= LARGEST ? folder.read(FILE) : "";
    } catch (IOException none) {
      return "";
    }
  }

  /** A node, and whether it is seen to run. */
  public record Known(String name, boolean running) {}

  /**
   * All that belong to the cluster: this one, those that run, and those that ended without a word
   * within the last day, by their own clock.
   */
  public synchronized List<Known> known() {
    look();
    List<Known> known = new ArrayList<>(List.of(new Known(own(), true)));
    for (String node : seen.keySet().stream().sorted().toList()) {
      Optional<Beat> beat = beat(node).filter(last -> !last.stopped());
      if (!node.equals(own()) && beat.isPresent() && (!isSilent(node) || isRecent(beat.get()))) {
        known.add(new Known(node, !isSilent(node)));
      }
    }
    return known;
  }

  private boolean isRecent(Beat beat) {
    try {
      return Instant.parse(beat.time()).isAfter(clock.instant().minus(MISSED));
    } catch (DateTimeException | NullPointerException broken) {
      return false;
    }
  }

  /** The others that run. */
  public synchronized List<String> running() {
    look();
    return seen.keySet().stream()
        .filter(node -> !node.equals(own()) && !isSilent(node) && beat(node).isPresent())
        .sorted()
        .toList();
  }

  /** The others that do not run any more; one that may have stopped just now is not among them. */
  public synchronized List<String> silent() {
    look();
    return seen.keySet().stream()
        .filter(node -> !node.equals(own()) && isSilent(node))
        .sorted()
        .toList();
  }

  private boolean isSilent(String node) {
    return beat(node).filter(Beat::stopped).isPresent()
        || nanos.getAsLong() - seen.get(node).since() >= SILENT_AFTER.toNanos();
  }

  private Optional<Beat> beat(String node) {
    try {
      return Optional.ofNullable(GSON.fromJson(seen.get(node).text(), Beat.class));
    } catch (JsonParseException broken) {
      return Optional.empty();
    }
  }

  /** How far the clocks of the nodes that run are from this one's, at most. */
  public synchronized Duration clocksDiffer() {
    List<Duration> differences = new ArrayList<>();
    for (String node : running()) {
      try {
        Instant theirs = Instant.parse(beat(node).orElseThrow().time());
        differences.add(Duration.between(theirs, seen.get(node).seenAt()).abs());
      } catch (DateTimeException | NullPointerException broken) {
        continue;
      }
    }
    return differences.stream().max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** Shows the others that this node stops. */
  public synchronized void stop() {
    if (beats > 0) {
      write(new Beat(run, beats + 1, clock.instant().toString(), true));
    }
  }
}
