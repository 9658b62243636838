package com.atlassian.plugin;

import java.io.InputStream;
import java.util.Date;

/** Signature only: the product supplies the type. */
public interface Plugin {
  int getPluginsVersion();

  String getName();

  String getKey();

  PluginInformation getPluginInformation();

  PluginState getPluginState();

  boolean isBundledPlugin();

  boolean isUninstallable();

  Date getDateInstalled();

  Date getDateLoaded();

  InputStream getResourceAsStream(String path);
}
