package io.hearth.insight;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code insight.json} tells: of a lone node what it told, of several all of them as one story
 * and then each for itself, in the time of the node that put the ZIP together.
 */
public final class Summary {

  /** All groups of exceptions that are kept. */
  public static final int ALL = Bounds.ALL.groups();

  private static final int LEAST_GROUPS = 5;

  /**
   * One of several nodes.
   *
   * @param gathered whether its part is in the ZIP
   * @param told empty where nothing is known of its logs
   */
  public record Node(String name, boolean gathered, Optional<NodeTold> told) {}

  private final Told all;
  private final List<Node> nodes;

  private Summary(Told all, List<Node> nodes) {
    this.all = all;
    this.nodes = nodes;
  }

  public static Summary alone(NodeTold told) {
    return new Summary(told.told(), List.of());
  }

  public static Summary of(List<Node> nodes) {
    Told all = new Told(Bounds.ALL);
    nodes.forEach(node -> node.told().ifPresent(told -> all.addAll(told.told())));
    return new Summary(all, List.copyOf(nodes));
  }

  public boolean isEmpty() {
    return all.isEmpty() && nodes.stream().allMatch(Summary::isEmpty);
  }

  private static boolean isEmpty(Node node) {
    return node.told().map(told -> told.told().isEmpty()).orElse(true);
  }

  /** Writes one object, with at most so many groups of exceptions, and as many of all nodes. */
  public void write(JsonWriter json, int groups) throws IOException {
    json.beginObject();
    json.name("format").value("hearth-insight");
    json.name("formatVersion").value(1);
    all.write(json, groups, shares());
    json.name("threadDumps").beginArray();
    long dumped = nodes.isEmpty() ? dumps(json, all, "") : 0;
    for (Node node : nodes) {
      dumped += node.told().isPresent() ? dumps(json, node.told().get().told(), node.name()) : 0;
    }
    json.endArray();
    json.name("threadDumpsNotListed").value(dumped);
    if (!nodes.isEmpty()) {
      json.name("nodes").beginArray();
      for (Node node : nodes) {
        node(json, node, Bounds.share(groups, nodes.size(), LEAST_GROUPS));
      }
      json.endArray();
    }
    json.endObject();
  }

  private List<LogTold.Share> shares() {
    List<LogTold.Share> shares = new ArrayList<>();
    nodes.forEach(
        node ->
            node.told()
                .ifPresent(told -> shares.add(new LogTold.Share(node.name(), told.told().log()))));
    return shares;
  }

  /** How many of them are not listed. */
  private static long dumps(JsonWriter json, Told told, String node) throws IOException {
    for (DumpTold dump : told.dumps()) {
      dump.write(json, node);
    }
    return told.dumped() - told.dumps().size();
  }

  private static void node(JsonWriter json, Node node, int groups) throws IOException {
    json.beginObject();
    json.name("node").value(node.name());
    json.name("state").value(node.gathered() ? "gathered" : "missing");
    json.name("told").value(node.told().isPresent());
    if (node.told().isPresent()) {
      json.name("movedSeconds").value(node.told().get().moved());
      node.told().get().told().write(json, groups, List.of());
    }
    json.endObject();
  }
}
