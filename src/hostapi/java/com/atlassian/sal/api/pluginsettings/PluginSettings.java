package com.atlassian.sal.api.pluginsettings;

/**
 * Signature only. Values are strings, lists, properties or maps of strings; an absent one is null.
 */
public interface PluginSettings {
  Object get(String key);

  Object put(String key, Object value);

  Object remove(String key);
}
