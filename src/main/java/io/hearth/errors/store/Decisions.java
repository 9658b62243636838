package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision.DeleteDecision;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The administrators' decisions, in {@code decisions.jsonl} of the node that served them. Each node
 * writes its own file; a reader takes all nodes' together, by time.
 */
public final class Decisions {

  /** A larger file is another program's and is not read. */
  static final long LARGEST = 16L << 20;

  private static final String NAME = "decisions.jsonl";
  private static final long COMPACT_AT = 4L << 20;
  private static final long MOST = 2L << 20;

  /** What is known of a node's file. */
  private record Seen(String version, List<Decision> decisions) {}

  private final PrivateFolder nodes;
  private final PrivateFolder own;
  private final Clock clock;
  private final Map<String, Seen> seen = new HashMap<>();
  private Instant last = Instant.EPOCH;
  private boolean begun;

  public Decisions(PrivateFolder nodes, String node, Clock clock) {
    this.nodes = nodes;
    this.own = ErrorStore.folder(nodes, node);
    this.clock = clock;
  }

  /**
   * Keeps a decision; one that is too long for a line without the source around its frames.
   *
   * @param decision made of the time at which it is kept, later than all before
   */
  public synchronized <T extends Decision> T add(Function<Instant, T> decision) {
    return addAll(List.of(decision)).get(0);
  }

  /** The same for several, in one write. */
  public synchronized <T extends Decision> List<T> addAll(List<Function<Instant, T>> decisions) {
    List<T> made = decisions.stream().map(decision -> decision.apply(now())).toList();
    StringBuilder lines = new StringBuilder();
    made.forEach(decision -> lines.append(DecisionLines.write(decision)));
    if (lines.isEmpty()) {
      return made;
    }
    try {
      own.append(NAME, lineBreak() + lines);
      if (own.size(NAME) > COMPACT_AT) {
        compact(Instant.MIN);
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("keeping a decision", e);
    }
  }

  /** A process that died while it wrote may have left half a line, which must end somewhere. */
  private String lineBreak() {
    String needed = begun ? "" : "\n";
    begun = true;
    return needed;
  }

  /** Two decisions of one node never have the same time, so that the last one is told. */
  private Instant now() {
    Instant now = Instant.ofEpochMilli(clock.millis());
    last = now.isAfter(last) ? now : last.plusMillis(1);
    return last;
  }

  /** Of all nodes, oldest first; of those about the same thing only the last. */
  public synchronized List<Decision> all() {
    List<Decision> all = new ArrayList<>();
    try {
      for (String node : NodeFolders.names(nodes)) {
        all.addAll(read(node));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading decisions", e);
    }
    return Superseded.dropFrom(all);
  }

  /** Changes when a decision is added. */
  public synchronized String revision() {
    StringBuilder revision = new StringBuilder();
    try {
      for (String node : NodeFolders.names(nodes)) {
        revision.append(node).append(version(ErrorStore.folder(nodes, node))).append(' ');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading decisions", e);
    }
    return revision.toString();
  }

  /** The groups that were deleted, and up to when. */
  public Map<GroupId, Instant> deletions() {
    Map<GroupId, Instant> deletions = new HashMap<>();
    for (Decision decision : all()) {
      if (decision instanceof DeleteDecision delete) {
        delete.groups().forEach(group -> deletions.put(group, delete.time()));
      }
    }
    return deletions;
  }

  private List<Decision> read(String node) throws IOException {
    PrivateFolder folder = ErrorStore.folder(nodes, node);
    String version = version(folder);
    Seen known = seen.get(node);
    if (known == null || !known.version().equals(version)) {
      known = new Seen(version, version.isEmpty() ? List.of() : parse(folder));
      seen.put(node, known);
    }
    return known.decisions();
  }

  private static String version(PrivateFolder folder) throws IOException {
    Path path = folder.path().resolve(NAME);
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return file.isRegularFile() && file.size() <= LARGEST
          ? file.lastModifiedTime().toMillis() + "." + file.size()
          : "";
    } catch (NoSuchFileException none) {
      return "";
    }
  }

  private static List<Decision> parse(PrivateFolder folder) throws IOException {
    List<Decision> decisions = new ArrayList<>();
    try (InputStream in = folder.open(NAME)) {
      LineFile.read(in, 0, (line, offset) -> DecisionLines.read(line).ifPresent(decisions::add));
    } catch (NoSuchFileException deletedMeanwhile) {
      return List.of();
    }
    return Superseded.dropFrom(decisions);
  }

  /** Drops this node's decisions that are older, and tells how many. */
  public synchronized long expire(Instant before) throws IOException {
    return version(own).isEmpty() ? 0 : compact(before);
  }

  private long compact(Instant before) throws IOException {
    List<Decision> kept = new ArrayList<>(parse(own));
    int all = kept.size();
    kept.removeIf(decision -> decision.time().isBefore(before));
    List<String> lines = new ArrayList<>(kept.stream().map(DecisionLines::write).toList());
    long bytes = lines.stream().mapToLong(String::length).sum();
    kept.sort(Comparator.comparing(Decision::time));
    for (int oldest = 0; bytes > MOST && oldest < lines.size(); oldest++) {
      if (kept.get(oldest) instanceof Decision.MappedDecision) {
        bytes -= lines.get(oldest).length();
        lines.set(oldest, "");
      }
    }
    own.write(NAME, String.join("", lines));
    return all - kept.size();
  }
}
