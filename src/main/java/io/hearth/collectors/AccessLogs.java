package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.List;
import java.util.Set;

/** Who asked for what and when: the most revealing of the logs, so not in the quick preset. */
final class AccessLogs implements Collector {

  private static final Item ITEM =
      new Item(
          "access-logs",
          Set.of(Preset.FULL),
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
    search.folder("", LogFiles.productFolder(scope), LogFiles::isAccessLog);
    scope
        .host()
        .layout()
        .installation()
        .map(root -> root.resolve("logs"))
        .filter(folder -> Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
        .ifPresent(folder -> search.folder("", folder, LogFiles::isAccessLog));
    return LogFiles.entries(scope, files, search);
  }
}
