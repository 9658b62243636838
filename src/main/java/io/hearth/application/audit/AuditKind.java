package io.hearth.application.audit;

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

/** Who did what with the app. */
public final class AuditKind extends FileKind {

  public static final String ID = "audit-trail";
  private static final About ABOUT =
      new About(
          ID,
          Category.OWN_RECORDS,
          List.of("at", "who", "key", "did", "what"),
          List.of(new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/audit.jsonl")));

  private final AuditTrail trail;
  private final Nodes nodes;

  /**
   * @param hearth the app's folder in the shared home
   */
  public AuditKind(
      Supplier<PrivateFolder> hearth,
      AuditTrail trail,
      Nodes nodes,
      Supplier<Retention> retention) {
    super(
        ABOUT,
        new KeptFiles(hearth, List.of("nodes/*/audit.jsonl", "nodes/*/audit.*.jsonl")),
        retention);
    this.trail = trail;
    this.nodes = nodes;
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    return holdings(trail.all().stream().map(AuditEntry::at), before);
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    long went = deleteOwn(before);
    for (String node : nodes.silent()) {
      went += trail.expire(node, before.orElse(Instant.MAX));
    }
    return went;
  }

  @Override
  public long deleteOwn(Optional<Instant> before) throws IOException {
    return trail.expire(before.orElse(Instant.MAX));
  }
}
