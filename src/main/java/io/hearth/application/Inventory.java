package io.hearth.application;

import io.hearth.collectors.Item;
import io.hearth.host.Product;
import java.time.Instant;
import java.util.List;

/** What a Support ZIP would hold now: the dry run. */
public record Inventory(Product product, String node, Instant at, List<Line> lines) {

  public Inventory {
    lines = List.copyOf(lines);
  }

  /**
   * One item.
   *
   * @param files how many entries it would give
   * @param bytes their unpacked size; an estimate where text is made
   * @param left entries that it would not, or not wholly, give
   */
  public record Line(Item item, long files, long bytes, long left) {

    /** Logs and configuration shrink to about a ninth, as measured on logs of the products. */
    public long estimatedZipBytes() {
      return bytes / 9 + files * 200;
    }
  }
}
