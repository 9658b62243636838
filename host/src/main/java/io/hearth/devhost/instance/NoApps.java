package io.hearth.devhost.instance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Before the plugin system is up. */
final class NoApps implements AppsView {

  @Override
  public List<WebItem> webItems() {
    return List.of();
  }

  @Override
  public List<AppRecord> apps() {
    return List.of();
  }

  @Override
  public Map<String, String> translations(Locale locale) {
    return Map.of();
  }

  @Override
  public Optional<byte[]> file(String key, String path) {
    return Optional.empty();
  }
}
