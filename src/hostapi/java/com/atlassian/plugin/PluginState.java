package com.atlassian.plugin;

/** Signature only: the product supplies the type. */
public enum PluginState {
  INSTALLED,
  ENABLING,
  ENABLED,
  DISABLED,
  UNINSTALLED
}
