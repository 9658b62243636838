package io.hearth.collections;

import io.hearth.application.SharedRedaction;
import io.hearth.cluster.Nodes;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What a node needs to work with others.
 *
 * @param redactions makes of another node's {@link SharedRedaction#secret} this node's part
 * @param nanos a counter that runs evenly, whatever becomes of the clock
 */
public record Cluster(
    Nodes nodes,
    Function<String, SharedRedaction.Part> redactions,
    Patience patience,
    LongSupplier nanos) {

  public static Cluster of(Nodes nodes, Function<String, SharedRedaction.Part> redactions) {
    return new Cluster(nodes, redactions, Patience.standard(), System::nanoTime);
  }
}
