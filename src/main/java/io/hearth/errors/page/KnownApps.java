package io.hearth.errors.page;

import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import io.hearth.host.Recent;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The installed apps as they were some seconds ago: they come and go seldom, and asking the product
 * for them on each page and with each error would cost.
 */
public final class KnownApps {
  private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

  private final Recent<Map<String, InstalledApp>> byKey;

  public KnownApps(Host host, Clock clock) {
    this.byKey = new Recent<>(() -> byKey(host), KNOWN_FOR, clock);
  }

  /** In the product's order. */
  public Collection<InstalledApp> all() {
    return byKey.get().values();
  }

  public Optional<InstalledApp> find(String key) {
    return Optional.ofNullable(byKey.get().get(key));
  }

  private static Map<String, InstalledApp> byKey(Host host) {
    Map<String, InstalledApp> apps = new LinkedHashMap<>();
    host.apps().forEach(app -> apps.putIfAbsent(app.key(), app));
    return apps;
  }
}
