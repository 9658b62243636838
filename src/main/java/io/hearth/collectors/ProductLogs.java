package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.util.List;
import java.util.Set;

/** The product's own logs with their rotations; who asked for what is an item of its own. */
final class ProductLogs implements Collector {

  private static final Item ITEM =
      new Item(
          "product-logs",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.SECRETS, Reveals.PEOPLE, Reveals.NETWORK, Reveals.CONTENT),
          Cost.READS_FILES);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    SafeFiles files = SafeFiles.below(scope.host().layout());
    FileSearch search = new FileSearch(files);
    search.folder("", LogFiles.productFolder(scope), name -> !LogFiles.isAccessLog(name));
    return LogFiles.entries(scope, files, search);
  }
}
