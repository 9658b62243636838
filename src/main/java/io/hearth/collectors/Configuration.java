package io.hearth.collectors;

import io.hearth.collectors.ConfigurationFiles.Base;
import io.hearth.collectors.ConfigurationFiles.Wanted;
import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.host.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The product's configuration files, each under the folder that it stands in. */
final class Configuration implements Collector {

  private static final Item ITEM =
      new Item(
          "configuration",
          Set.of(Preset.QUICK, Preset.FULL),
          Set.of(Reveals.SECRETS, Reveals.PEOPLE, Reveals.NETWORK),
          Cost.READS_FILES);

  @Override
  public Item item() {
    return ITEM;
  }

  /** Age does not matter here: a file unchanged for years still rules. */
  @Override
  public List<Entry> entries(Scope scope) {
    Layout layout = scope.host().layout();
    SafeFiles files = SafeFiles.below(layout);
    FileSearch search = new FileSearch(files);
    for (Wanted wanted : ConfigurationFiles.of(scope.host().product().kind())) {
      folder(layout, wanted.base())
          .ifPresent(
              folder ->
                  search.glob(
                      wanted.base().folder() + "/", folder, wanted.glob(), wanted.expected()));
    }
    List<Entry> entries =
        new ArrayList<>(FilePlan.of(files, search.found(), scope.maxBytesPerItem()));
    entries.addAll(search.missing());
    if (files.look(layout.sharedHome()) instanceof SafeFiles.Look.Refused) {
      entries.add(
          new Missing(Base.SHARED.folder(), layout.sharedHome().toString(), Unreadable.VANISHED));
    }
    if (layout.installation().isEmpty()) {
      entries.add(
          new Missing(Base.INSTALL.folder(), "the installation folder", Unreadable.NOT_SUPPORTED));
    }
    return entries;
  }

  private static Optional<Path> folder(Layout layout, Base base) {
    return switch (base) {
      case HOME -> Optional.of(layout.localHome());
      case SHARED -> Optional.of(layout.sharedHome()).filter(f -> !f.equals(layout.localHome()));
      case INSTALL -> layout.installation();
    };
  }
}
