package io.hearth.devhost.instance;

import io.hearth.devhost.instance.logs.ContainerLogs;
import io.hearth.devhost.instance.logs.ProductLogs;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands in for one node of a product: its folders and logs, its people, the services it
 * offers to apps, and its pages.
 */
public final class Instance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);

  private final Product product;
  private final Folders folders;
  private final CurrentRequest current = new CurrentRequest();
  private final Sessions sessions;
  private final Map<Class<?>, Object> services;
  private final Site site;
  private final ProductLogs logs;
  private final ContainerLogs containerLogs;
  private final Filter requestFilter;
  private volatile String baseUrl;
  private volatile AppsView apps = new NoApps();

  private Instance(InstanceOptions options, Clock clock) throws IOException {
    product = Product.of(options.product(), options.platform());
    folders = Folders.of(options);
    sessions = new Sessions(product.sessionCookie(), options.contextPath(), clock);
    baseUrl = "http://localhost:" + options.port() + options.contextPath();
    String serverId = ServerId.keptIn(folders.database());
    SampleFiles.write(folders, options, product, serverId);
    logs = new ProductLogs(options.product(), folders.ownHome(), folders.ownInstall(), clock);
    containerLogs = new ContainerLogs(folders.ownInstall(), clock);
    requestFilter =
        new RequestFilter(
            current,
            logs,
            new VisitReader(options.product(), options.contextPath(), sessions, clock),
            clock);
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
                serverId,
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
    Instance instance = new Instance(options, clock);
    instance.begin(options);
    return instance;
  }

  /** Where the products' start scripts set system properties, the host sets them itself. */
  private void begin(InstanceOptions options) throws IOException {
    String install = folders.install().toString();
    System.setProperty(options.product().id() + ".home", folders.localHome().toString());
    switch (options.product()) {
      case JIRA, CONFLUENCE -> {
        System.setProperty("catalina.base", install);
        System.setProperty("catalina.home", install);
        if (options.product() == ProductKind.CONFLUENCE) {
          System.setProperty("confluence.cluster.node.name", options.nodeId());
        }
        containerLogs.starting();
      }
      case BITBUCKET -> System.setProperty("bitbucket.install", install);
    }
    containerLogs.collectGarbageLog();
    LOG.info("{} {} is starting on node {}", product.name(), product.version(), options.nodeId());
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
    LOG.info("{} listens at {}", product.name(), url);
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
    return requestFilter;
  }

  /** Belongs on the paths of apps' pages. */
  public Filter frameFilter() {
    return site.frameFilter();
  }

  public void apps(AppsView view) {
    apps = view;
  }

  @Override
  public void close() throws IOException {
    LOG.info("{} is stopping", product.name());
    if (product.kind() != ProductKind.BITBUCKET) {
      containerLogs.stopping();
    }
    logs.close();
  }
}
