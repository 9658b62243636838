package io.hearth.privacy;

import io.hearth.cluster.Nodes;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the nodes need to work together: who runs, who deletes, and what they were told to delete.
 */
public final class ClusterKind extends FileKind {

  private static final About ABOUT =
      new About(
          "cluster",
          Category.OWN_RECORDS,
          List.of("run", "beat", "time", "stopped", "at", "kinds", "believed", "went"),
          List.of(
              new Place(Place.Root.SHARED_HOME, "hearth/privacy/"),
              new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/running.json"),
              new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/orders/"),
              new Place(Place.Root.LOCAL_HOME, "hearth/node-id")));

  private final Deletions deletions;
  private final Nodes nodes;

  /**
   * @param hearth the app's folder in the shared home
   */
  public ClusterKind(Supplier<PrivateFolder> hearth, Deletions deletions, Nodes nodes) {
    super(
        ABOUT,
        new KeptFiles(
            hearth,
            List.of(
                "privacy/*.json",
                "privacy/*.txt",
                "privacy/orders/*.json",
                "nodes/*/" + Nodes.FILE,
                "nodes/*/orders/*.json")),
        () -> new Retention.Fixed((int) Orders.KEPT.toDays()));
    this.deletions = deletions;
    this.nodes = nodes;
  }

  /** The files of the nodes that run are made again as long as they run. */
  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    List<KeptFiles.Found> found =
        files().all().stream()
            .filter(one -> DataKind.takes(before, Instant.ofEpochMilli(one.modified())))
            .toList();
    return Holdings.of(
        found.stream().map(one -> Instant.ofEpochMilli(one.modified())).toList(),
        found.stream().mapToLong(KeptFiles.Found::bytes).sum());
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = before.isPresent() ? deletions.forget(before.get()) : 0;
    for (String node : nodes.silent()) {
      if (nodes.folder(node).names().stream().allMatch(Nodes.FILE::equals)) {
        // Nothing else is left of it.
        nodes.folder(node).delete();
        went++;
      }
    }
    return went;
  }
}
