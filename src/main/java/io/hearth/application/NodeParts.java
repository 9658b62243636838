package io.hearth.application;

import io.hearth.insight.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the nodes of a ZIP told, as manifest and overview tell it. */
final class NodeParts {

  private final List<NodeShare> shares;
  private final List<NodeHealth> health;
  private final Summary summary;
  private final Learning learning;

  private NodeParts(
      List<NodeShare> shares, List<NodeHealth> health, Summary summary, Learning learning) {
    this.shares = shares;
    this.health = health;
    this.summary = summary;
    this.learning = learning;
  }

  static NodeParts alone(NodePart own) {
    return new NodeParts(
        List.of(),
        List.of(new NodeHealth("", own.health())),
        Summary.alone(own.told().orElseThrow()),
        own.learning());
  }

  /**
   * @param node that puts the ZIP together
   * @param own what it told, which counts if it was to give a part
   * @param others whose part is in the ZIP
   * @param shares of all that were to give one
   * @param redacted what names of nodes become
   */
  static NodeParts of(
      String node,
      NodePart own,
      Map<String, NodePart> others,
      List<NodeShare> shares,
      UnaryOperator<String> redacted) {
    List<NodeShare> named = new ArrayList<>();
    List<NodeHealth> health = new ArrayList<>();
    List<Summary.Node> nodes = new ArrayList<>();
    Learning learning = own.learning();
    for (NodeShare share : shares) {
      String name = redacted.apply(share.node());
      Optional<NodePart> part =
          Optional.ofNullable(share.node().equals(node) ? own : others.get(share.node()));
      named.add(share.named(name));
      nodes.add(new Summary.Node(name, part.isPresent(), part.flatMap(NodePart::told)));
      health.add(new NodeHealth(name, part.flatMap(NodePart::health)));
    }
    for (NodePart part : others.values()) {
      learning = learning.and(part.learning());
    }
    return new NodeParts(named, health, Summary.of(nodes), learning);
  }

  List<NodeShare> shares() {
    return shares;
  }

  List<NodeHealth> health() {
    return health;
  }

  Summary summary() {
    return summary;
  }

  Learning learning() {
    return learning;
  }
}
