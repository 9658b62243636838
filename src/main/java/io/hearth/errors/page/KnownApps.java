package io.hearth.errors.page;

import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private record Read(Map<String, InstalledApp> byKey, Instant at) {}

  private final Host host;
  private final Clock clock;
  private volatile Read read = new Read(Map.of(), Instant.MIN);

  public KnownApps(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** In the product's order. */
  public Collection<InstalledApp> all() {
    return byKey().values();
  }

  public Optional<InstalledApp> find(String key) {
    return Optional.ofNullable(byKey().get(key));
  }

  private Map<String, InstalledApp> byKey() {
    Instant now = clock.instant();
    Read known = read;
    if (known.at().isBefore(now.minus(KNOWN_FOR))) {
      Map<String, InstalledApp> apps = new LinkedHashMap<>();
      host.apps().forEach(app -> apps.putIfAbsent(app.key(), app));
      known = new Read(apps, now);
      read = known;
    }
    return known.byKey();
  }
}
