package io.hearth.collections;

import io.hearth.application.SharedRedaction;
import java.time.Duration;
import java.util.List;

/**
 * How several nodes make a ZIP together.
 *
 * @param own whether the node that leads gives a part too
 * @param others that are asked for theirs
 * @param down that are known not to run, and are only told of
 * @param patience how long the leading node waits for others when its own part is done
 */
public record Gather(
    boolean own,
    List<String> others,
    List<String> down,
    Duration patience,
    SharedRedaction redaction) {

  public Gather {
    others = List.copyOf(others);
    down = List.copyOf(down);
  }
}
