package io.hearth.collectors;

import io.hearth.collectors.Item.Cost;
import io.hearth.collectors.Item.Preset;
import io.hearth.collectors.Item.Reveals;
import io.hearth.host.Host;
import io.hearth.host.Layout;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which product this is, where it lives and since when it runs. */
final class ProductFacts implements Collector {

  private static final Item ITEM =
      new Item("product", Set.of(Preset.QUICK, Preset.FULL), Set.of(Reveals.NETWORK), Cost.NONE);

  @Override
  public Item item() {
    return ITEM;
  }

  @Override
  public List<Entry> entries(Scope scope) {
    return List.of(Facts.entry("product.json", 1024, () -> facts(scope)));
  }

  private static Facts facts(Scope scope) {
    Host host = scope.host();
    Facts facts =
        new Facts()
            .put("product", host.product().kind())
            .put("name", host.product().name())
            .put("version", known(host.product().version()))
            .put("build", known(host.product().build()))
            .put("baseUrl", host.baseUrl().map(URI::toString))
            .put("supportEntitlementNumber", host.supportEntitlementNumber())
            .put("nodeId", host.nodeId())
            .put("folders", folders(host.layout()))
            .put("collectedAt", scope.clock().instant())
            .put("productRunning", scope.live());
    if (scope.live()) {
      var runtime = ManagementFactory.getRuntimeMXBean();
      facts
          .put("locale", host.locale().toLanguageTag())
          .put("startedAt", Instant.ofEpochMilli(runtime.getStartTime()))
          .put("uptimeSeconds", runtime.getUptime() / 1000);
    }
    return facts;
  }

  /** Empty means that the files of a product that is down do not tell it. */
  private static Optional<String> known(String value) {
    return Optional.of(value).filter(text -> !text.isEmpty());
  }

  private static Facts folders(Layout layout) {
    return new Facts()
        .put("localHome", layout.localHome())
        .put("sharedHome", layout.sharedHome())
        .put("installation", layout.installation());
  }
}
