package io.hearth.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Apache Felix, set up as the products set it up, with the Gemini Blueprint bundles running. */
public final class AppFramework implements AutoCloseable {
  private static final List<String> BUNDLES =
      List.of("gemini-blueprint-io", "gemini-blueprint-core", "gemini-blueprint-extender");

  private static final long REFRESH_SECONDS = 10;

  private final Felix felix;
  private final SpringContexts contexts;

  public AppFramework(HostPackages packages, Path cache) throws BundleException, IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES, packages.header());
    settings.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "META-INF.services,sun.*");
    // An app must import what it uses, the JDK's own packages included.
    settings.put("felix.bootdelegation.implicit", "false");
    settings.put("felix.log.level", "0");
    felix = new Felix(settings);
    felix.start();
    for (String name : BUNDLES) {
      install(name);
    }
    context().installBundle("host:spring-namespaces", SpringNamespaces.bundle()).start();
    contexts = new SpringContexts(context(), bundle("org.eclipse.gemini.blueprint.core"));
    bundle("org.eclipse.gemini.blueprint.io").start();
    bundle("org.eclipse.gemini.blueprint.core").start();
    bundle("org.eclipse.gemini.blueprint.extender").start();
  }

  private void install(String name) throws BundleException, IOException {
    try (InputStream jar = AppFramework.class.getResourceAsStream("/bundles/" + name + ".jar")) {
      context().installBundle("host:" + name, jar);
    }
  }

  private Bundle bundle(String symbolicName) {
    return List.of(context().getBundles()).stream()
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  public BundleContext context() {
    return felix.getBundleContext();
  }

  public SpringContexts contexts() {
    return contexts;
  }

  /** Offers a host service to apps under its interface name, as the products do. */
  public void register(Class<?> type, Object service) {
    Dictionary<String, Object> properties = new Hashtable<>();
    context().registerService(type.getName(), service, properties);
  }

  /** Takes a bundle out for good, so that nothing of the framework's holds its class loader. */
  public void uninstall(Bundle bundle) {
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      throw new IllegalStateException(bundle.getSymbolicName() + " cannot be uninstalled", e);
    }
    contexts.forget(bundle);
    CountDownLatch refreshed = new CountDownLatch(1);
    felix
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            List.of(bundle),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    try {
      refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      felix.stop();
      felix.waitForStop(5_000);
    } catch (BundleException e) {
      throw new IllegalStateException("the OSGi framework does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
