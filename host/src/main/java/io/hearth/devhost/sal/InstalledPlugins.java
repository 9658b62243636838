package io.hearth.devhost.sal;

import com.atlassian.plugin.Plugin;
import com.atlassian.plugin.PluginAccessor;
import io.hearth.devhost.instance.AppRecord;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of apps: the installed ones, and the host itself as the one that comes with it. */
final class InstalledPlugins implements PluginAccessor {
  private static final String VENDOR = "Hearth";

  private final Surroundings around;
  private final Instant started;
  private final AppRecord host;

  InstalledPlugins(Surroundings around) {
    this.around = around;
    this.started = around.clock().instant();
    this.host =
        new AppRecord(
            "io.hearth.devhost",
            "Development host",
            around.product().version(),
            VENDOR,
            true,
            false);
  }

  private Stream<AppRecord> apps() {
    return Stream.concat(Stream.of(host), around.apps().get().apps().stream());
  }

  private Optional<AppRecord> find(String key) {
    return apps().filter(app -> app.key().equals(key)).findFirst();
  }

  private Plugin plugin(AppRecord app) {
    return new InstalledPlugin(app, started, path -> around.apps().get().file(app.key(), path));
  }

  @Override
  public Collection<Plugin> getPlugins() {
    return apps().map(this::plugin).toList();
  }

  @Override
  public Collection<Plugin> getEnabledPlugins() {
    return apps().filter(AppRecord::enabled).map(this::plugin).toList();
  }

  @Override
  public Plugin getPlugin(String key) {
    return find(key).map(this::plugin).orElse(null);
  }

  @Override
  public Plugin getEnabledPlugin(String key) {
    return find(key).filter(AppRecord::enabled).map(this::plugin).orElse(null);
  }

  @Override
  public boolean isPluginEnabled(String key) {
    return find(key).filter(AppRecord::enabled).isPresent();
  }

  /** Modules cannot be switched one by one here, so each is as its app is. */
  @Override
  public boolean isPluginModuleEnabled(String completeKey) {
    List<String> parts = List.of(completeKey.split(":", 2));
    return parts.size() == 2 && isPluginEnabled(parts.get(0));
  }

  @Override
  public boolean isSystemPlugin(String key) {
    return host.key().equals(key);
  }

  /** No app here is made of loose files, the only ones that are searched. */
  @Override
  public InputStream getDynamicResourceAsStream(String resourcePath) {
    return null;
  }
}
