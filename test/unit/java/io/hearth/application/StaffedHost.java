package io.hearth.application;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import io.hearth.host.offline.OfflineHost;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A product with people, one of whom asks. */
record StaffedHost(
    Optional<HostUser> currentUser,
    Optional<URI> baseUrl,
    Function<String, Optional<HostUser>> directory)
    implements Host {

  private static final Host FILES =
      OfflineHost.of(Product.Kind.JIRA, Path.of("nowhere"), Optional.empty());

  @Override
  public Optional<HostUser> user(String name) {
    return directory.apply(name);
  }

  @Override
  public boolean isSystemAdministrator(HostUser user) {
    return true;
  }

  @Override
  public Product product() {
    return FILES.product();
  }

  @Override
  public Layout layout() {
    return FILES.layout();
  }

  @Override
  public String nodeId() {
    return FILES.nodeId();
  }

  @Override
  public List<InstalledApp> apps() {
    return FILES.apps();
  }

  @Override
  public Optional<InputStream> appFile(String appKey, String location) {
    return Optional.empty();
  }

  @Override
  public Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  public Optional<String> supportEntitlementNumber() {
    return Optional.empty();
  }

  @Override
  public Settings settings() {
    return FILES.settings();
  }
}
