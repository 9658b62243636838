package io.hearth.devhost.sal;

import com.atlassian.plugin.Plugin;
import com.atlassian.plugin.PluginInformation;
import com.atlassian.plugin.PluginState;
import io.hearth.devhost.instance.AppRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An app as the product lists it; {@code files} are those of its JAR, by path. */
record InstalledPlugin(AppRecord app, Instant loaded, Function<String, Optional<byte[]>> files)
    implements Plugin {

  @Override
  public int getPluginsVersion() {
    return 2;
  }

  @Override
  public String getName() {
    return app.name();
  }

  @Override
  public String getKey() {
    return app.key();
  }

  @Override
  public PluginInformation getPluginInformation() {
    return new PluginInformation(app.version(), app.vendor(), "", "", Map.of());
  }

  @Override
  public PluginState getPluginState() {
    return app.enabled() ? PluginState.ENABLED : PluginState.DISABLED;
  }

  @Override
  public boolean isBundledPlugin() {
    return !app.userInstalled();
  }

  @Override
  public boolean isUninstallable() {
    return app.userInstalled();
  }

  @Override
  public Date getDateInstalled() {
    return Date.from(loaded);
  }

  @Override
  public Date getDateLoaded() {
    return Date.from(loaded);
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    return files.apply(path).map(ByteArrayInputStream::new).orElse(null);
  }
}
