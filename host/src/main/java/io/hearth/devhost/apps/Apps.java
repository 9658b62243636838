package io.hearth.devhost.apps;

import io.hearth.devhost.check.AppCheck;
import io.hearth.devhost.osgi.AppFramework;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Descriptor;
import io.hearth.devhost.plugin.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The apps of the instance. Installing, disabling and enabling are done one at a time; whoever
 * serves a request reads an unchanging list.
 */
public final class Apps implements AutoCloseable {
  private final AppFramework framework;
  private final AppCheck check;
  private final Predicate<String> isKnownWebResource;
  private final Consumer<List<RunningApp>> onChange;
  private final Generations generations = new Generations();
  private final Map<String, InstalledApp> byKey = new TreeMap<>();
  private volatile List<InstalledApp> snapshot = List.of();
  private int started;

  /** An app that was installed; it runs while it is enabled. */
  public record InstalledApp(
      AppArchive archive, Descriptor descriptor, Optional<RunningApp> running) {}

  /** {@code onChange} hears which apps run, and has let go of an app before it is stopped. */
  public Apps(
      AppFramework framework,
      AppCheck check,
      Predicate<String> isKnownWebResource,
      Consumer<List<RunningApp>> onChange) {
    this.framework = framework;
    this.check = check;
    this.isKnownWebResource = isKnownWebResource;
    this.onChange = onChange;
  }

  public List<InstalledApp> all() {
    return snapshot;
  }

  public List<RunningApp> running() {
    return snapshot.stream().flatMap(app -> app.running().stream()).toList();
  }

  /** Installs an app or upgrades it; an upgrade that is refused leaves the old one running. */
  public synchronized void install(AppArchive archive) {
    Descriptor descriptor = check.check(archive, isKnownWebResource);
    String key = descriptor.information().key();
    Optional<InstalledApp> old = Optional.ofNullable(byKey.get(key));
    old.ifPresent(this::stop);
    try {
      start(archive, descriptor);
    } catch (Refusal e) {
      old.filter(app -> app.running().isPresent())
          .ifPresent(app -> start(app.archive(), app.descriptor()));
      throw e;
    }
  }

  /** False when there is no such app. */
  public synchronized boolean disable(String key) {
    Optional<InstalledApp> app = Optional.ofNullable(byKey.get(key));
    app.ifPresent(this::stop);
    return app.isPresent();
  }

  /** False when there is no such app. */
  public synchronized boolean enable(String key) {
    Optional<InstalledApp> app = Optional.ofNullable(byKey.get(key));
    app.filter(each -> each.running().isEmpty())
        .ifPresent(each -> start(each.archive(), each.descriptor()));
    return app.isPresent();
  }

  private void start(AppArchive archive, Descriptor descriptor) {
    RunningApp app = RunningApp.start(framework, archive, descriptor, ++started);
    generations.add(app);
    put(new InstalledApp(archive, descriptor, Optional.of(app)));
  }

  /**
   * Nothing of the stopped generation is kept, its bundle is uninstalled: whatever still holds its
   * class loader afterwards is a leak.
   */
  private void stop(InstalledApp app) {
    put(new InstalledApp(app.archive(), app.descriptor(), Optional.empty()));
    app.running()
        .ifPresent(
            running -> {
              ClassLoader loader = running.classLoader();
              framework.uninstall(running.bundle());
              SpringCaches.forget(loader);
            });
  }

  private void put(InstalledApp app) {
    byKey.put(app.descriptor().information().key(), app);
    snapshot = List.copyOf(byKey.values());
    onChange.accept(running());
  }

  public Leaks leaks() {
    return generations.leaks(running());
  }

  @Override
  public synchronized void close() {
    List.copyOf(byKey.values()).forEach(this::stop);
  }
}
