package io.hearth.errors.store;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Given.Watch;
import io.hearth.store.PrivateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The nodes of a cluster below one folder, whose stores flush only when told. */
final class Nodes implements AutoCloseable {

  static final StoreBounds BOUNDS =
      new StoreBounds(1000, 100L << 20, 64 << 10, 8 << 20, 2 << 20, 10, Duration.ofDays(1));

  final PrivateFolder folder;
  final Watch clock = new Watch(Given.START);
  final List<String> warnings = new ArrayList<>();
  final StoreBounds bounds;
  private final Map<String, Decisions> decisions = new HashMap<>();
  private final Map<String, ErrorStore> stores = new HashMap<>();

  Nodes(Path folder) {
    this(folder, BOUNDS);
  }

  Nodes(Path folder, StoreBounds bounds) {
    this.folder = new PrivateFolder(folder);
    this.bounds = bounds;
  }

  Decisions decisions(String node) {
    return decisions.computeIfAbsent(node, name -> new Decisions(folder, name, clock));
  }

  ErrorStore store(String node) {
    return stores.computeIfAbsent(
        node,
        name ->
            new ErrorStore(folder, name, "11.0", clock, bounds, decisions(name), warnings::add));
  }

  ErrorArchive archive(String node) {
    return new ErrorArchive(folder, Optional.ofNullable(stores.get(node)), decisions(node), clock);
  }

  /** As after the death of the process: nothing is written, the next store reads what is there. */
  void forget(String node) {
    Optional.ofNullable(stores.remove(node)).ifPresent(ErrorStore::stop);
    decisions.remove(node);
  }

  void record(String node, int group, int number) {
    ErrorEvent event = Given.event(number, clock.instant());
    store(node)
        .record(
            Given.group(group),
            event,
            OptionalLong.of(number),
            Given.scrubbed(Given.group(group), event));
  }

  static Optional<StoredGroup> find(ErrorView view, GroupId id) {
    return view.groups().stream().filter(group -> group.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    stores.values().forEach(ErrorStore::close);
  }
}
