package com.atlassian.plugin;

import java.util.Map;

/** The product supplies the class; it fills it through means of its own, not this constructor. */
public class PluginInformation {
  private final String version;
  private final String vendorName;
  private final String vendorUrl;
  private final String description;
  private final Map<String, String> parameters;

  public PluginInformation(
      String version,
      String vendorName,
      String vendorUrl,
      String description,
      Map<String, String> parameters) {
    this.version = version;
    this.vendorName = vendorName;
    this.vendorUrl = vendorUrl;
    this.description = description;
    this.parameters = Map.copyOf(parameters);
  }

  public String getVersion() {
    return version;
  }

  public String getVendorName() {
    return vendorName;
  }

  public String getVendorUrl() {
    return vendorUrl;
  }

  public String getDescription() {
    return description;
  }

  public Map<String, String> getParameters() {
    return parameters;
  }
}
