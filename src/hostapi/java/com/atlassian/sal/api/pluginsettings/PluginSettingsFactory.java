package com.atlassian.sal.api.pluginsettings;

/** Signature only: the product supplies the type. */
public interface PluginSettingsFactory {
  PluginSettings createSettingsForKey(String key);

  PluginSettings createGlobalSettings();
}
