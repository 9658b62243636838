package io.hearth.errors.timeline;

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
import java.util.function.Supplier;

/** What changed on the instance, and what each node saw last to tell the next change. */
public final class TimelineKind extends FileKind {

  private static final Instant END = Instant.MAX;
  private static final About ABOUT =
      new About(
          "timeline",
          Category.ERROR_TRACKING,
          List.of(
              "time", "kind", "app", "from", "to", "product", "apps", "version", "enabled",
              "started"),
          List.of(
              new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/timeline.jsonl"),
              new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/installed.json")));

  private final Timeline timeline;
  private final Nodes nodes;

  /**
   * @param hearth the app's folder in the shared home
   */
  public TimelineKind(
      Supplier<PrivateFolder> hearth,
      Timeline timeline,
      Nodes nodes,
      Supplier<Retention> retention) {
    super(
        ABOUT,
        new KeptFiles(hearth, List.of("nodes/*/timeline.jsonl", "nodes/*/installed.json")),
        retention);
    this.timeline = timeline;
    this.nodes = nodes;
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    return holdings(timeline.ofAllNodes().stream().map(InstanceEvent::time), before);
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = deleteOwn(before);
    for (String node : nodes.silent()) {
      went += timeline.expire(nodes.folder(node), before.orElse(END));
      // A node that does not run compares with nothing.
      timeline.forgetSeen(nodes.folder(node));
    }
    return went;
  }

  @Override
  public long deleteOwn(Optional<Instant> before) throws IOException {
    long went = timeline.expire(before.orElse(END));
    if (before.isEmpty()) {
      timeline.forgetSeen(timeline.own());
    }
    return went;
  }
}
