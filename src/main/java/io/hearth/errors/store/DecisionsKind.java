package io.hearth.errors.store;

import io.hearth.cluster.Nodes;
import io.hearth.privacy.Category;
import io.hearth.privacy.FileKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.KeptFiles;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What administrators decided and noted about browser errors. */
public final class DecisionsKind extends FileKind {

  private static final About ABOUT =
      new About(
          "error-decisions",
          Category.ERROR_TRACKING,
          List.of(
              "time",
              "kind",
              "groups",
              "status",
              "since",
              "inRelease",
              "until",
              "untilTotal",
              "notes",
              "sample",
              "mapped",
              "newIds",
              "exceptions",
              "file",
              "line",
              "column",
              "function",
              "contextLine",
              "context"),
          List.of(new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/errors/decisions.jsonl")));

  private final Supplier<Decisions> own;
  private final Function<String, Decisions> of;
  private final Nodes nodes;

  /**
   * @param hearth the app's folder in the shared home
   * @param of those of a node that does not run
   */
  public DecisionsKind(
      Supplier<PrivateFolder> hearth,
      Supplier<Decisions> own,
      Function<String, Decisions> of,
      Nodes nodes,
      Supplier<Retention> retention) {
    super(ABOUT, new KeptFiles(hearth, List.of("nodes/*/errors/decisions.jsonl")), retention);
    this.own = own;
    this.of = of;
    this.nodes = nodes;
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    return holdings(own.get().all().stream().map(Decision::time), before);
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = deleteOwn(before);
    for (String node : nodes.silent()) {
      went += of.apply(node).expire(before.orElse(GroupsKind.END));
    }
    return went;
  }

  @Override
  public long deleteOwn(Optional<Instant> before) throws IOException {
    return own.get().expire(before.orElse(GroupsKind.END));
  }
}
