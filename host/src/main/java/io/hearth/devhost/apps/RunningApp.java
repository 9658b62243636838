package io.hearth.devhost.apps;

import com.atlassian.webresource.api.data.WebResourceDataProvider;
import io.hearth.devhost.osgi.AppFramework;
import io.hearth.devhost.osgi.SpringContexts.ContextFailed;
import io.hearth.devhost.plugin.AppArchive;
import io.hearth.devhost.plugin.Descriptor;
import io.hearth.devhost.plugin.Refusal;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** One generation of an app: its bundle, its Spring context and the module classes made from it. */
public final class RunningApp {
  private static final Duration CONTEXT_LIMIT = Duration.ofSeconds(60);

  private final AppArchive archive;
  private final Descriptor descriptor;
  private final Bundle bundle;
  private final ConfigurableApplicationContext context;
  private final Map<String, Object> modules = new TreeMap<>();

  private RunningApp(
      AppArchive archive,
      Descriptor descriptor,
      Bundle bundle,
      ConfigurableApplicationContext context) {
    this.archive = archive;
    this.descriptor = descriptor;
    this.bundle = bundle;
    this.context = context;
  }

  /**
   * Installs the JAR as it is; {@link Refusal} and nothing left installed when it does not come up.
   */
  static RunningApp start(
      AppFramework framework, AppArchive archive, Descriptor descriptor, int generation) {
    String location = "app:" + descriptor.information().key() + ":" + generation;
    Bundle bundle = install(framework, archive, location);
    try {
      bundle.start();
      RunningApp app =
          new RunningApp(
              archive, descriptor, bundle, framework.contexts().await(bundle, CONTEXT_LIMIT));
      app.makeModules();
      return app;
    } catch (BundleException e) {
      framework.uninstall(bundle);
      throw new Refusal(archive.name(), "the bundle does not start: " + e.getMessage(), e);
    } catch (ContextFailed e) {
      framework.uninstall(bundle);
      throw new Refusal(archive.name(), "its Spring context fails: " + e.getMessage(), e);
    } catch (Refusal e) {
      framework.uninstall(bundle);
      throw e;
    }
  }

  private static Bundle install(AppFramework framework, AppArchive archive, String location) {
    try {
      return framework.context().installBundle(location, archive.open());
    } catch (BundleException e) {
      throw new Refusal(archive.name(), "it is no OSGi bundle: " + e.getMessage(), e);
    }
  }

  /** The products make them when first used; making them now tells at once which one would fail. */
  private void makeModules() {
    descriptor
        .servlets()
        .forEach(module -> make("servlet " + module.key(), module.className(), Servlet.class));
    descriptor.webResources().stream()
        .flatMap(resource -> resource.data().stream())
        .forEach(
            data -> make("data " + data.key(), data.className(), WebResourceDataProvider.class));
  }

  private void make(String module, String className, Class<?> type) {
    try {
      Object made =
          context
              .getAutowireCapableBeanFactory()
              .createBean(
                  bundle.loadClass(className),
                  AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR,
                  false);
      if (!type.isInstance(made)) {
        throw new Refusal(
            archive.name(), List.of(module + ": " + className + " is no " + type.getName()));
      }
      modules.put(className, made);
    } catch (ClassNotFoundException | BeansException | LinkageError e) {
      throw new Refusal(archive.name(), module + ": " + className + " cannot be made: " + e, e);
    }
  }

  /** The instance of a module's class, made by the app's Spring context. */
  public <T> T module(String className, Class<T> type) {
    return type.cast(modules.get(className));
  }

  /**
   * The messages of the descriptor's i18n bundles; a more special locale goes before its parents.
   */
  public Map<String, String> texts(Locale locale) {
    Map<String, String> texts = new HashMap<>();
    for (String bundleName : descriptor.i18nBundles()) {
      String path = bundleName.replace('.', '/');
      Stream.of("", "_" + locale.getLanguage(), "_" + locale)
          .flatMap(suffix -> archive.entry(path + suffix + ".properties").stream())
          .forEach(file -> texts.putAll(Messages.read(file)));
    }
    return texts;
  }

  public AppArchive archive() {
    return archive;
  }

  public Descriptor descriptor() {
    return descriptor;
  }

  public String key() {
    return descriptor.information().key();
  }

  public ClassLoader classLoader() {
    return Optional.of(bundle.adapt(BundleWiring.class)).orElseThrow().getClassLoader();
  }

  Bundle bundle() {
    return bundle;
  }
}
