package io.hearth.collectors;

import java.io.IOException;
import java.util.List;

/** One item of a Support ZIP: it names itself, says what it may reveal and lists its entries. */
public interface Collector {

  Item item();

  /**
   * The entries that this item would give now, in the order in which they matter most. Lists only:
   * no content is read, nothing is measured, so the same call serves the dry run.
   */
  List<Entry> entries(Scope scope) throws IOException;
}
