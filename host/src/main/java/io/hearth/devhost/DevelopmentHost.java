package io.hearth.devhost;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import io.hearth.devhost.apps.Apps;
import io.hearth.devhost.check.AppCheck;
import io.hearth.devhost.instance.Instance;
import io.hearth.devhost.instance.InstanceOptions;
import io.hearth.devhost.instance.Product;
import io.hearth.devhost.osgi.AppFramework;
import io.hearth.devhost.osgi.HostPackages;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.server.PluginServlets;
import io.hearth.devhost.server.WebServer;
import io.hearth.devhost.webresource.WebResources;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;

/** A product with one app, put together from its parts. */
final class DevelopmentHost implements AutoCloseable {
  /** What was started, the newest first: that is the order of stopping. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final Instance instance;
  private String address = "";

  private DevelopmentHost(Options options) throws Exception {
    Product product = Product.of(options.product(), options.platform());
    HostPackages packages = HostPackages.of(options.platform());
    instance = started(Instance.open(instanceOptions(options), Clock.systemUTC()));
    WebServer server = started(new WebServer(options.port(), options.contextPath()));
    try {
      start(options, product, packages, server);
    } catch (Exception e) {
      close();
      throw e;
    }
  }

  static DevelopmentHost start(Options options) throws Exception {
    return new DevelopmentHost(options);
  }

  private void start(Options options, Product product, HostPackages packages, WebServer server)
      throws Exception {
    WebResources resources =
        new WebResources(options.contextPath(), product.version(), product.build(), this::origin);
    PluginServlets servlets = new PluginServlets(instance.accounts());
    AppFramework framework = started(new AppFramework(packages, own(options, "felix")));
    instance.services().forEach(framework::register);
    framework.register(PageBuilderService.class, resources);
    Apps apps =
        started(
            new Apps(
                framework,
                new AppCheck(product, packages),
                resources::isKnown,
                running -> {
                  resources.apps(running);
                  servlets.apps(running);
                }));
    instance.apps(new AppsOfInstance(apps));
    server.mount(instance, apps, servlets, resources, own(options, "uploads"));
    int port = server.start();
    address = "http://localhost:" + port + options.contextPath();
    instance.baseUrl(options.address().orElse(address));
    apps.install(AppArchive.read(options.jar()));
  }

  /** What no other node of the same state may touch. */
  private static Path own(Options options, String folder) {
    return options.state().resolve(folder).resolve(options.node());
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  private static InstanceOptions instanceOptions(Options options) {
    return new InstanceOptions(
        options.product(),
        options.platform(),
        options.port(),
        options.contextPath(),
        options.state(),
        options.home(),
        options.install(),
        options.node());
  }

  private String origin() {
    return instance.baseUrl().replaceFirst("^(https?://[^/]+).*$", "$1");
  }

  Path home() {
    return instance.localHome();
  }

  /** Where it listens; the root of the server has a slash. */
  String url() {
    return address.matches("https?://[^/]+") ? address + "/" : address;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e);
      }
    }
  }
}
