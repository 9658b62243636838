package io.hearth.collectors;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.host.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The logs of the servlet container and of the JVM: catalina, garbage collection, crashes. */
final class InstallationLogs implements Collector {

  /** HotSpot writes it to the folder in which it was started. */
  private static final Pattern CRASH = Pattern.compile("hs_err_pid[^/]*\\.log");

  private static final Item ITEM =
      new Item(
          "installation-logs",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.SECRETS, Reveals.PEOPLE, Reveals.NETWORK),
          Cost.READS_FILES);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    Optional<Path> installation = scope.host().layout().installation();
    if (installation.isEmpty()) {
      return List.of(new Missing("logs", "the installation folder", Unreadable.NOT_SUPPORTED));
    }
    Path root = installation.get();
    SafeFiles files = SafeFiles.below(scope.host().layout());
    FileSearch search = new FileSearch(files);
    Path logs = root.resolve("logs");
    // Bitbucket's container is embedded and logs to the home folder.
    if (scope.host().product().kind() != Product.Kind.BITBUCKET || Files.exists(logs)) {
      search.folder("", logs, name -> !LogFiles.isAccessLog(name));
    }
    search.flat("", root, CRASH);
    search.flat("", root.resolve("bin"), CRASH);
    search.flat("", scope.host().layout().localHome(), CRASH);
    GcLogs.search(scope, files, search, List.of(logs, LogFiles.productFolder(scope)));
    return LogFiles.entries(scope, files, search);
  }
}
