package com.atlassian.sal.api;

import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;

/** Signature only: the product supplies the type. */
public interface ApplicationProperties {
  String getBaseUrl(UrlMode urlMode);

  String getDisplayName();

  String getPlatformId();

  String getVersion();

  Date getBuildDate();

  String getBuildNumber();

  Optional<Path> getLocalHomeDirectory();

  Optional<Path> getSharedHomeDirectory();

  String getApplicationFileEncoding();
}
