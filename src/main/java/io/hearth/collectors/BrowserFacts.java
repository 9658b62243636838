package io.hearth.collectors;

import io.hearth.collectors.Entry.Missing;
import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The browser of the person at the page, as the page tells it. */
final class BrowserFacts implements Collector {

  private static final String NAME = "browser.json";
  private static final Item ITEM =
      new Item("browser", Set.of(Preset.QUICK, Preset.FULL), Set.of(Reveals.PEOPLE), Cost.NONE);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    Map<String, String> told = scope.options().getOrDefault(ITEM.id(), Map.of());
    // Inside the product a page may still tell: the dry run comes before the facts.
    if (told.isEmpty() && !scope.live()) {
      return List.of(new Missing(NAME, "facts from a browser", Unreadable.NOT_SUPPORTED));
    }
    return List.of(Facts.entry(NAME, 1024, () -> new Facts().putAll(new TreeMap<>(told))));
  }
}
