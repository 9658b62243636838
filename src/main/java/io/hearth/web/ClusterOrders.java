package io.hearth.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.hearth.application.Limits.Range;
import io.hearth.application.SharedRedaction;
import io.hearth.cluster.Nodes.Known;
import io.hearth.collections.Gather;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which nodes make a ZIP on the server: those that were named, or all there are.
 *
 * @param own the name of this node
 */
record ClusterOrders(String own, List<Known> known) {

  /** How many seconds the others are waited for at the end. */
  private static final Range WAIT = new Range(600, 1, 7200);

  private static final int MOST_NODES = 100;
  private static final int LONGEST_NAME = 100;

  /** Empty when this node makes it alone. */
  Optional<Gather> read(JsonObject json, SharedRedaction redaction) throws Refusal {
    Fields fields = Fields.of(json);
    List<String> chosen = chosen(fields);
    long wait = fields.whole("nodeWait", WAIT).orElse(WAIT.standard());
    fields.throwIfWrong();
    if (chosen.equals(List.of(own))) {
      return Optional.empty();
    }
    List<Known> others =
        known.stream()
            .filter(node -> !node.name().equals(own) && chosen.contains(node.name()))
            .toList();
    return Optional.of(
        new Gather(
            chosen.contains(own),
            names(others, true),
            names(others, false),
            Duration.ofSeconds(wait),
            redaction));
  }

  private static List<String> names(List<Known> nodes, boolean running) {
    return nodes.stream().filter(node -> node.running() == running).map(Known::name).toList();
  }

  private List<String> chosen(Fields fields) {
    List<String> all = known.stream().map(Known::name).toList();
    if (!fields.has("nodes")) {
      return all;
    }
    List<String> named = fields.texts("nodes", MOST_NODES, 1, LONGEST_NAME);
    if (named.isEmpty()) {
      fields.wrong("nodes", "empty");
    }
    for (int n = 0; n < named.size(); n++) {
      if (!all.contains(named.get(n))) {
        fields.wrong("nodes[" + n + "]", "unknown-node");
      }
    }
    return named;
  }

  /** The answer of {@code GET /nodes}. */
  JsonObject view() {
    JsonArray nodes = new JsonArray();
    for (Known node : known) {
      JsonObject json = new JsonObject();
      json.addProperty("name", node.name());
      json.addProperty("running", node.running());
      json.addProperty("own", node.name().equals(own));
      nodes.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("nodes", nodes);
    return json;
  }
}
