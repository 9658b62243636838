package io.hearth.errors.store;

import io.hearth.cluster.Nodes;
import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Errors of browsers: their groups, with counts and samples, and what became no group. */
public final class GroupsKind extends FileKind {

  public static final String ID = "browser-errors";

  /** Later than all: no time that is stored reaches it. */
  static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

  private static final List<String> FIELDS =
      Stream.of(
              "id n first last level unhandled hours days users",
              "browsers systems appReleases productReleases features releasesLast",
              "head rules app type title culprit overflow deleted",
              "time sample appRelease productRelease feature browser system message",
              "fingerprint exceptions value handled frames",
              "function file module line column inApp context",
              "crumbs category journal counts filtered notDelivered refused")
          .flatMap(names -> Stream.of(names.split(" ")))
          .toList();

  private static final About ABOUT =
      new About(
          ID,
          Category.ERROR_TRACKING,
          FIELDS,
          List.of(new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/errors/")));

  private final Supplier<ErrorStore> own;
  private final Supplier<ErrorArchive> archive;
  private final Function<String, ErrorStore> opened;
  private final Nodes nodes;
  private final BooleanSupplier collecting;

  /**
   * @param hearth the app's folder in the shared home
   * @param opened the store of a node that does not run
   */
  public GroupsKind(
      Supplier<PrivateFolder> hearth,
      Supplier<ErrorStore> own,
      Supplier<ErrorArchive> archive,
      Function<String, ErrorStore> opened,
      Nodes nodes,
      Supplier<Retention> retention,
      BooleanSupplier collecting) {
    super(
        ABOUT,
        new KeptFiles(
            hearth,
            List.of(
                "nodes/*/errors/journal-*.jsonl",
                "nodes/*/errors/groups/*.jsonl",
                "nodes/*/errors/intake-counts.json",
                "nodes/*/errors/rules")),
        retention);
    this.own = own;
    this.archive = archive;
    this.opened = opened;
    this.nodes = nodes;
    this.collecting = collecting;
  }

  @Override
  public boolean collecting() {
    return collecting.getAsBoolean();
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    List<StoredGroup> groups =
        archive.get().view().groups().stream()
            .filter(group -> DataKind.takes(before, group.lastSeen()))
            .toList();
    return Holdings.of(
        groups.stream().map(StoredGroup::firstSeen).toList(),
        before.isPresent() ? 0 : files().bytes());
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = deleteOwn(before);
    for (String node : nodes.silent()) {
      PrivateFolder folder = ErrorStore.folder(nodes.folder(node));
      if (!new GroupFiles(folder).shards().isEmpty() || !JournalFiles.list(folder).isEmpty()) {
        try (ErrorStore store = opened.apply(node)) {
          went += store.expire(before.orElse(END));
        }
      }
    }
    return went;
  }

  @Override
  public long deleteOwn(Optional<Instant> before) {
    return own.get().expire(before.orElse(END));
  }
}
