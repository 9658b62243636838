package io.hearth.host;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Jira of one node with one person at it; a test changes what it is about. */
public class TestProduct implements Host {

  public Optional<HostUser> user = Optional.of(new HostUser("key", "ada", "Ada", Optional.empty()));
  public boolean systemAdministrator = true;
  public boolean secureSession = true;
  public Optional<URI> baseUrl = Optional.empty();
  public String version = "11.0.0";
  public String node = "node1";
  public Product.Kind kind = Product.Kind.JIRA;
  public final Path home;
  public final Map<String, String> kept;

  /** Settings that the product fails to keep. */
  public Set<String> failing = Set.of();

  public final List<InstalledApp> installed = new ArrayList<>();
  public final Map<String, byte[]> appFiles = new HashMap<>();

  /** The product's own audit log. */
  public final List<String> audit = new ArrayList<>();

  public TestProduct(Path home) {
    this(home, new HashMap<>());
  }

  /** One of several nodes, which have the same settings. */
  public TestProduct(Path home, Map<String, String> kept) {
    this.home = home;
    this.kept = kept;
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
    return new Product(kind, "Jira", version, "11000000");
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
    return node;
  }

  @Override
  public List<InstalledApp> apps() {
    return List.copyOf(installed);
  }

  @Override
  public Optional<InputStream> appFile(String appKey, String location) {
    return Optional.ofNullable(appFiles.get(appKey + "/" + location))
        .map(ByteArrayInputStream::new);
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
        if (failing.contains(key)) {
          throw new IllegalStateException("the product cannot keep " + key);
        }
        kept.put(key, value);
      }

      @Override
      public void remove(String key) {
        kept.remove(key);
      }
    };
  }

  @Override
  public void audit(HostUser who, String did, String what) {
    audit.add(who.name() + " " + did + " " + what);
  }
}
