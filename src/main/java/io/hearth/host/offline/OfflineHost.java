package io.hearth.host.offline;

import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.InstalledApp;
import io.hearth.host.Layout;
import io.hearth.host.Product;
import io.hearth.host.Settings;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product that is down, as far as its files tell. Nothing is written to its folders, and nobody
 * is logged in: whoever may read the files runs this.
 */
public final class OfflineHost implements Host {

  private static final Pattern CONFLUENCE_SHARED =
      Pattern.compile("<property\\s+name=\"confluence\\.cluster\\.home\"\\s*>([^<]+)<");
  private static final Pattern CONNECTOR = Pattern.compile("<Connector\\s[^>]*>");
  private static final Pattern PROXY_NAME = Pattern.compile("\\sproxyName=\"([^\"]+)\"");
  private static final Pattern PROXY_PORT = Pattern.compile("\\sproxyPort=\"(\\d+)\"");
  private static final Pattern SCHEME = Pattern.compile("\\sscheme=\"(https?)\"");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private final Product product;
  private final Layout layout;

  private OfflineHost(Product product, Layout layout) {
    this.product = product;
    this.layout = layout;
  }

  /** The product that the files show, or empty when they show none of the three. */
  public static Optional<OfflineHost> detect(Path home, Optional<Path> installation) {
    return Traces.kind(home, installation).map(kind -> of(kind, home, installation));
  }

  public static OfflineHost of(Product.Kind kind, Path home, Optional<Path> installation) {
    Product product =
        new Product(
            kind,
            Traces.name(kind),
            installation.flatMap(root -> Traces.version(kind, root)).orElse(""),
            Traces.build(home).orElse(""));
    return new OfflineHost(product, new Layout(home, sharedHome(kind, home), installation));
  }

  private static Path sharedHome(Product.Kind kind, Path home) {
    Optional<String> named =
        switch (kind) {
          case JIRA -> SmallFiles.property(home, "cluster.properties", "jira.shared.home");
          case CONFLUENCE ->
              SmallFiles.text(home, "confluence.cfg.xml")
                  .flatMap(text -> first(CONFLUENCE_SHARED, text));
          case BITBUCKET -> Optional.of("shared");
        };
    return named.flatMap(path -> resolved(home, path)).orElse(home);
  }

  /** Even where it is not there now: that it is not mounted may be what is wrong. */
  private static Optional<Path> resolved(Path home, String path) {
    try {
      return Optional.of(home.resolve(path.strip()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<HostUser> currentUser() {
    return Optional.empty();
  }

  @Override
  public boolean isSystemAdministrator(HostUser user) {
    return false;
  }

  /** The directory stands in the database, or on another server. */
  @Override
  public Optional<HostUser> user(String name) {
    return Optional.empty();
  }

  @Override
  public Product product() {
    return product;
  }

  /** As the reverse proxy in front of it shows it; the base URL itself stands in the database. */
  @Override
  public Optional<URI> baseUrl() {
    return layout
        .installation()
        .flatMap(root -> SmallFiles.text(root, "conf/server.xml"))
        .map(text -> COMMENT.matcher(text).replaceAll(""))
        .flatMap(
            text ->
                CONNECTOR
                    .matcher(text)
                    .results()
                    .flatMap(connector -> proxied(connector.group()).stream())
                    .findFirst());
  }

  private static Optional<URI> proxied(String connector) {
    String scheme = first(SCHEME, connector).orElse("http");
    String usual = scheme.equals("https") ? "443" : "80";
    String port =
        first(PROXY_PORT, connector).filter(p -> !p.equals(usual)).map(p -> ":" + p).orElse("");
    try {
      return first(PROXY_NAME, connector).map(name -> URI.create(scheme + "://" + name + port));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  @Override
  public Layout layout() {
    return layout;
  }

  /** As it was named, or as this app named it while the product ran. */
  @Override
  public String nodeId() {
    return SmallFiles.property(layout.localHome(), "cluster.properties", "jira.node.id")
        .or(() -> SmallFiles.text(layout.localHome(), "hearth/node-id"))
        .map(id -> id.strip().replaceAll("[^A-Za-z0-9._-]", "-"))
        .filter(id -> id.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}"))
        .orElse("offline");
  }

  @Override
  public List<InstalledApp> apps() {
    return AppJars.below(layout.sharedHome());
  }

  /** Apps lie in their JARs; nothing that works without the product asks for their files. */
  @Override
  public Optional<InputStream> appFile(String appKey, String location) {
    return Optional.empty();
  }

  @Override
  public Locale locale() {
    return Locale.getDefault();
  }

  @Override
  public Optional<String> supportEntitlementNumber() {
    return Optional.empty();
  }

  /** The product keeps settings in its database, which is out of reach. */
  @Override
  public Settings settings() {
    return NoSettings.INSTANCE;
  }

  /** Its log stands in the database too; who runs this on the machine needs no app to do so. */
  @Override
  public void audit(HostUser who, String did, String what) {}

  private enum NoSettings implements Settings {
    INSTANCE;

    @Override
    public Optional<String> get(String key) {
      return Optional.empty();
    }

    @Override
    public void put(String key, String value) {
      throw new UnsupportedOperationException("the product is down, so " + key + " is not kept");
    }

    @Override
    public void remove(String key) {
      throw new UnsupportedOperationException("the product is down, so " + key + " is not kept");
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
