package io.hearth.host.sal;

import com.atlassian.plugin.Plugin;
import com.atlassian.plugin.PluginAccessor;
import com.atlassian.plugin.PluginInformation;
import io.hearth.host.InstalledApp;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The product's list of apps. Half-loaded apps lack a name or information: those parts are empty.
 */
final class InstalledApps {
  private final Services services;

  InstalledApps(Services services) {
    this.services = services;
  }

  List<InstalledApp> list() {
    return services.call(
        PluginAccessor.class,
        accessor ->
            accessor.getPlugins().stream()
                .map(InstalledApps::app)
                .sorted(Comparator.comparing(InstalledApp::key))
                .toList());
  }

  Optional<InputStream> file(String appKey, String location) {
    return services.call(
        PluginAccessor.class,
        accessor ->
            Optional.ofNullable(accessor.getPlugin(appKey))
                .map(plugin -> plugin.getResourceAsStream(location)));
  }

  private static InstalledApp app(Plugin plugin) {
    Optional<PluginInformation> information = Optional.ofNullable(plugin.getPluginInformation());
    return new InstalledApp(
        plugin.getKey(),
        Optional.ofNullable(plugin.getName()).orElse(plugin.getKey()),
        information.map(PluginInformation::getVersion).orElse(""),
        information.map(PluginInformation::getVendorName).orElse(""),
        plugin.getPluginState().name().toLowerCase(Locale.ROOT),
        plugin.isBundledPlugin());
  }
}
