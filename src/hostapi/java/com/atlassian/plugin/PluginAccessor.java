package com.atlassian.plugin;

import java.io.InputStream;
import java.util.Collection;

/** Signature only. An unknown key gets null. */
public interface PluginAccessor {
  Collection<Plugin> getPlugins();

  Collection<Plugin> getEnabledPlugins();

  Plugin getPlugin(String key);

  Plugin getEnabledPlugin(String key);

  boolean isPluginEnabled(String key);

  boolean isPluginModuleEnabled(String completeKey);

  boolean isSystemPlugin(String key);

  InputStream getDynamicResourceAsStream(String resourcePath);
}
