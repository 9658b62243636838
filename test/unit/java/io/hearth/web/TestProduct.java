package io.hearth.web;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A Jira of one node with one person at it; a test changes what it is about. */
abstract class TestProduct implements Host {

  Optional<HostUser> user = Optional.of(new HostUser("key", "ada", "Ada", Optional.empty()));
  boolean systemAdministrator = true;
  boolean secureSession = true;
  Optional<URI> baseUrl = Optional.empty();
  Product.Kind kind = Product.Kind.JIRA;
  final Path home;
  final Map<String, String> kept = new HashMap<>();

  TestProduct(Path home) {
    this.home = home;
  }

  @Override
  public Optional<HostUser> currentUser() {
    return user;
  }

  @Override
  public Optional<HostUser> user(String name) {
    return Optional.empty();
  }

  @Override
  public boolean isSystemAdministrator(HostUser one) {
    return systemAdministrator;
  }

  @Override
  public Product product() {
    return new Product(kind, "Jira", "11.0.0", "11000000");
  }

  @Override
  public Optional<URI> baseUrl() {
    return baseUrl;
  }

  @Override
  public Layout layout() {
    return new Layout(home, home, Optional.empty());
  }

  @Override
  public String nodeId() {
    return "node1";
  }

  @Override
  public List<InstalledApp> apps() {
    return List.of();
  }

  @Override
  public Locale locale() {
    return Locale.US;
  }

  @Override
  public Optional<String> supportEntitlementNumber() {
    return Optional.empty();
  }

  @Override
  public Settings settings() {
    return new Settings() {
      @Override
      public Optional<String> get(String key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public void put(String key, String value) {
        kept.put(key, value);
      }

      @Override
      public void remove(String key) {
        kept.remove(key);
      }
    };
  }
}
