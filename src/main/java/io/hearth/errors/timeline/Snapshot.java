package io.hearth.errors.timeline;

import io.hearth.errors.timeline.InstanceEvent.Kind;
import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was installed at one moment: the product's version, and each app's version and state.
 *
 * @param started when the node's process began, in milliseconds: another one is a restart, the same
 *     one only the app's being switched off and on
 */
record Snapshot(String product, Map<String, App> apps, long started) {

  record App(String version, boolean enabled) {}

  static Snapshot of(Host host, Instant started) {
    Map<String, App> apps = new TreeMap<>();
    for (InstalledApp app : host.apps()) {
      apps.put(app.key(), new App(app.version(), app.state().equals("enabled")));
    }
    return new Snapshot(host.product().version(), apps, started.toEpochMilli());
  }

  /** What happened between another moment and this one. */
  List<InstanceEvent> since(Snapshot before, Instant now) {
    List<InstanceEvent> events = new ArrayList<>();
    if (before.started != started) {
      Instant start = Instant.ofEpochMilli(started);
      events.add(new InstanceEvent(start, Kind.STARTED, "", "", product));
    }
    if (!before.product.equals(product)) {
      events.add(new InstanceEvent(now, Kind.PRODUCT_UPGRADED, "", before.product, product));
    }
    TreeSet<String> keys = new TreeSet<>(before.apps.keySet());
    keys.addAll(apps.keySet());
    for (String key : keys) {
      change(
              key,
              Optional.ofNullable(before.apps.get(key)),
              Optional.ofNullable(apps.get(key)),
              now)
          .ifPresent(events::add);
    }
    return events;
  }

  private static Optional<InstanceEvent> change(
      String key, Optional<App> before, Optional<App> after, Instant now) {
    String from = before.map(App::version).orElse("");
    String to = after.map(App::version).orElse("");
    Optional<Kind> kind = Optional.empty();
    if (before.isEmpty()) {
      kind = Optional.of(Kind.APP_INSTALLED);
    } else if (after.isEmpty()) {
      kind = Optional.of(Kind.APP_REMOVED);
    } else if (!from.equals(to)) {
      kind = Optional.of(Kind.APP_UPDATED);
    } else if (before.get().enabled() != after.get().enabled()) {
      kind = Optional.of(after.get().enabled() ? Kind.APP_ENABLED : Kind.APP_DISABLED);
    }
    return kind.map(what -> new InstanceEvent(now, what, key, from, to));
  }
}
