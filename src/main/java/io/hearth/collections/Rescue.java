package io.hearth.collections;

import io.hearth.application.Texts;
import io.hearth.cluster.Nodes;
import io.hearth.collections.Shelf.Mark;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Closes what processes left half done that are gone: of this node, and of nodes that are dead. */
final class Rescue {

  /** Nodes are dead after minutes, so this is soon enough. */
  private static final long EVERY_NANOS = Duration.ofSeconds(30).toNanos();

  private final Host host;
  private final Shelf shelf;
  private final WorkQueue queue;
  private final Nodes nodes;
  private final LongSupplier nanos;
  private final Clock clock;
  private boolean recovered;
  private long looked;

  Rescue(Host host, Shelf shelf, WorkQueue queue, Cluster cluster, Clock clock) {
    this.host = host;
    this.shelf = shelf;
    this.queue = queue;
    this.nodes = cluster.nodes();
    this.nanos = cluster.nanos();
    this.looked = nanos.getAsLong();
    this.clock = clock;
  }

  /** What the process before this one left; tells whether this was the first look. */
  boolean ofThisNode() throws IOException {
    recovered &= !queue.takeLeftOver();
    if (recovered) {
      return false;
    }
    for (StoredZip zip : shelf.zips()) {
      if (zip.node().equals(host.nodeId()) && !queue.has(zip.id())) {
        // Read again: it may have ended here between the two looks.
        Optional<StoredZip> open = shelf.find(zip.id()).filter(one -> one.state().open());
        if (open.isPresent()) {
          close(open.get(), shelf.folder(zip.id()));
        }
      }
    }
    recovered = true;
    return true;
  }

  /**
   * What nodes left that do not run any more. The running node of the least name does it, so that
   * two do not at once.
   */
  void ofDeadNodes() throws IOException {
    if (nanos.getAsLong() - looked < EVERY_NANOS) {
      return;
    }
    looked = nanos.getAsLong();
    List<StoredZip> open = shelf.zips().stream().filter(zip -> zip.state().open()).toList();
    if (open.stream().allMatch(zip -> zip.node().equals(host.nodeId())) || !isFirst()) {
      return;
    }
    List<String> silent = nodes.silent();
    for (StoredZip zip : open) {
      if (silent.contains(zip.node())) {
        rescue(zip);
      }
    }
  }

  private boolean isFirst() {
    return nodes.running().stream().noneMatch(other -> other.compareTo(host.nodeId()) < 0);
  }

  /**
   * A node that was only halted may wake up and write on, so its file is copied: what it has open
   * is then a file without a name.
   */
  private void rescue(StoredZip zip) throws IOException {
    PrivateFolder folder = shelf.folder(zip.id());
    shelf.mark(zip.id(), Mark.RESCUED, true);
    if (Files.exists(folder.path().resolve(PartFile.PART))) {
      folder.write(PartFile.PART, out -> Files.copy(folder.path().resolve(PartFile.PART), out));
    }
    close(zip, folder);
  }

  private void close(StoredZip zip, PrivateFolder folder) throws IOException {
    shelf.write(zip.at(new Recovery(folder, Texts.in(host.locale())).of(clock.instant())));
  }
}
