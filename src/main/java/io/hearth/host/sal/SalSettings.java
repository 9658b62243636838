package io.hearth.host.sal;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import io.hearth.host.Settings;
import java.util.Optional;
import java.util.function.Function;

/** Global settings under keys that begin with the app's own, since all apps share one namespace. */
final class SalSettings implements Settings {
  private static final String PREFIX = "io.hearth.";
  private static final int MAX_KEY = 99;

  private final Services services;

  SalSettings(Services services) {
    this.services = services;
  }

  @Override
  public Optional<String> get(String key) {
    String full = checked(key);
    return on(settings -> Optional.ofNullable(settings.get(full)).map(Object::toString));
  }

  @Override
  public void put(String key, String value) {
    String full = checked(key);
    if (value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "setting " + full + ": " + value.length() + " characters, limit " + LONGEST_VALUE);
    }
    on(settings -> Optional.ofNullable(settings.put(full, value)));
  }

  @Override
  public void remove(String key) {
    String full = checked(key);
    on(settings -> Optional.ofNullable(settings.remove(full)));
  }

  /** The product's settings are not safe for threads of ours that write at the same time. */
  private synchronized <R> R on(Function<PluginSettings, R> call) {
    return services.call(
        PluginSettingsFactory.class, factory -> call.apply(factory.createGlobalSettings()));
  }

  private static String checked(String key) {
    String full = PREFIX + key;
    if (full.length() > MAX_KEY) {
      throw new IllegalArgumentException(
          "setting key " + full + ": " + full.length() + " characters, limit " + MAX_KEY);
    }
    return full;
  }
}
