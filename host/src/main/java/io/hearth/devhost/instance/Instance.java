package io.hearth.devhost.instance;

import io.hearth.devhost.sal.CurrentRequest;
import io.hearth.devhost.sal.SalServices;
import io.hearth.devhost.sal.Surroundings;
import io.hearth.devhost.site.Place;
import io.hearth.devhost.site.Site;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What stands in for one node of a product: its folders and logs, its people, the services it
 * offers to apps, and its pages.
 */
public final class Instance implements AutoCloseable {
  private final Product product;
  private final Folders folders;
  private final CurrentRequest current = new CurrentRequest();
  private final Sessions sessions;
  private final Map<Class<?>, Object> services;
  private final Site site;
  private volatile String baseUrl;
  private volatile AppsView apps = new NoApps();

  private Instance(InstanceOptions options, Clock clock) throws IOException {
    product = Product.of(options.product(), options.platform());
    folders = Folders.of(options);
    sessions = new Sessions(product.sessionCookie(), options.contextPath(), clock);
    baseUrl = "http://localhost:" + options.port() + options.contextPath();
    Directory directory = new Directory(options.product());
    services =
        SalServices.of(
            new Surroundings(
                product,
                folders.localHome(),
                folders.sharedHome(),
                folders.database(),
                options.contextPath(),
                this::baseUrl,
                ServerId.keptIn(folders.database()),
                directory,
                sessions,
                () -> apps,
                clock),
            current);
    site =
        new Site(
            new Place(
                product,
                options.contextPath(),
                this::baseUrl,
                options.nodeId(),
                folders.localHome(),
                folders.sharedHome(),
                folders.install(),
                directory,
                sessions,
                () -> apps,
                clock));
  }

  /** Makes what is not there yet: a second start finds the homes of the first. */
  public static Instance open(InstanceOptions options, Clock clock) throws IOException {
    return new Instance(options, clock);
  }

  public Product product() {
    return product;
  }

  public Path localHome() {
    return folders.localHome();
  }

  public Path sharedHome() {
    return folders.sharedHome();
  }

  public Path installFolder() {
    return folders.install();
  }

  public String baseUrl() {
    return baseUrl;
  }

  /** Set when the port is known; without a slash at the end. */
  public void baseUrl(String url) {
    baseUrl = url;
  }

  /** The product's services by interface; an app looks them up so. */
  public Map<Class<?>, Object> services() {
    return services;
  }

  public Accounts accounts() {
    return sessions;
  }

  public List<Route> routes() {
    return site.routes();
  }

  /** Belongs first in the chain, on all paths. */
  public Filter requestFilter() {
    return new RequestFilter(current);
  }

  /** Belongs on the paths of apps' pages. */
  public Filter frameFilter() {
    return site.frameFilter();
  }

  public void apps(AppsView view) {
    apps = view;
  }

  @Override
  public void close() {}
}
