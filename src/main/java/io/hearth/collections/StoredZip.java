package io.hearth.collections;

import io.hearth.application.NodeShare;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Support ZIP that is, or was to be, made on the server.
 *
 * @param node the one that makes it
 * @param of the id of the stored ZIP that it is made of, by taking something out
 * @param cause why it is made by itself; empty when a person asked
 * @param nodes what became of each node up to now; empty where one made it alone
 * @param kept whether it stays when its time is over
 */
public record StoredZip(
    String id,
    String fileName,
    String node,
    String startedBy,
    List<String> items,
    Optional<String> of,
    Optional<Cause> cause,
    List<NodeShare> nodes,
    Instant createdAt,
    boolean kept,
    Stage stage) {

  /** After which it is deleted unless it is kept. */
  public static final Duration KEPT = Duration.ofDays(7);

  public StoredZip {
    items = List.copyOf(items);
    nodes = List.copyOf(nodes);
  }

  public State state() {
    return stage.state();
  }

  /** When it is deleted; empty when it is kept, or not made yet. */
  public Optional<Instant> expiresAt() {
    return kept || state().open() ? Optional.empty() : Optional.of(createdAt.plus(KEPT));
  }

  /** What is to be made of it by taking something out. */
  StoredZip copy(String newId, String newName, String madeBy, String by, Instant at) {
    return new StoredZip(
        newId,
        newName,
        madeBy,
        by,
        items,
        Optional.of(id),
        cause,
        nodes,
        at,
        false,
        new Stage.Queued());
  }

  StoredZip at(Stage next) {
    return new StoredZip(
        id, fileName, node, startedBy, items, of, cause, nodes, createdAt, kept, next);
  }

  StoredZip with(List<NodeShare> shares) {
    return new StoredZip(
        id, fileName, node, startedBy, items, of, cause, shares, createdAt, kept, stage);
  }
}
