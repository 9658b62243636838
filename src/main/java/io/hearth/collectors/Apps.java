package io.hearth.collectors;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.host.InstalledApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The installed apps with their versions and states; those that came with the product last. */
final class Apps implements Collector {

  private static final String NAME = "apps.json";
  private static final long BYTES_PER_APP = 200;
  private static final Item ITEM =
      new Item("apps", Set.of(Preset.QUICK, Preset.FULL), Set.of(), Cost.NONE);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    List<InstalledApp> apps = scope.host().apps();
    if (apps.isEmpty() && !scope.live()) {
      return List.of(new Missing(NAME, "installed apps", Unreadable.NOT_SUPPORTED));
    }
    return List.of(Facts.entry(NAME, BYTES_PER_APP * apps.size(), () -> facts(apps)));
  }

  private static Facts facts(List<InstalledApp> apps) {
    Map<String, Integer> states = new TreeMap<>();
    List<Map<String, Object>> added = new ArrayList<>();
    List<Map<String, Object>> bundled = new ArrayList<>();
    for (InstalledApp app : apps) {
      states.merge(app.state(), 1, Integer::sum);
      (app.bundled() ? bundled : added).add(facts(app));
    }
    return new Facts().put("states", states).put("added", added).put("bundled", bundled);
  }

  private static Map<String, Object> facts(InstalledApp app) {
    return new Facts()
        .put("key", app.key())
        .put("name", app.name())
        .put("version", app.version())
        .put("vendor", app.vendor())
        .put("state", app.state())
        .asMap();
  }
}
