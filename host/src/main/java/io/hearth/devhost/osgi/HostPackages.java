package io.hearth.devhost.osgi;

import io.hearth.devhost.instance.Platform;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the framework exports to apps, with versions: as much as the products do and nothing more.
 * That is their API, servlets, Spring 5.3, SLF4J and the JDK's own {@code javax.*}, {@code org.*}
 * packages; no {@code com.sun.*}, no {@code jdk.*}, no third-party library.
 */
public final class HostPackages {
  private static final String BUNDLES_ONLY = "org.eclipse.gemini.blueprint";

  private final SortedMap<String, String> versions = new TreeMap<>();

  private HostPackages() {}

  public static HostPackages of(Platform platform) {
    HostPackages packages = new HostPackages();
    packages.addJdk();
    packages.addFrom(com.atlassian.plugin.Plugin.class, "com.atlassian.", "1.0.0");
    packages.addFrom(
        jakarta.servlet.Servlet.class, platform.servletPackage(), platform.servletVersion());
    packages.addFrom(org.slf4j.Logger.class, "org.slf4j", "2.0.17");
    String spring = "5.3.39";
    packages.addFrom(org.springframework.core.SpringVersion.class, "org.springframework.", spring);
    packages.addFrom(org.springframework.beans.BeanUtils.class, "org.springframework.", spring);
    packages.addFrom(
        org.springframework.context.ApplicationContext.class, "org.springframework.", spring);
    packages.addFrom(
        org.springframework.aop.framework.Advised.class, "org.springframework.", spring);
    packages.addFrom(
        org.springframework.expression.Expression.class, "org.springframework.", spring);
    packages.addFrom(org.aopalliance.aop.Advice.class, "org.aopalliance.", "1.0.0");
    packages.versions.put("org.apache.commons.logging", "1.2.0");
    return packages;
  }

  private void addJdk() {
    ModuleLayer.boot().modules().stream()
        .filter(module -> module.getName().startsWith("java."))
        .flatMap(module -> module.getDescriptor().exports().stream())
        .filter(exports -> !exports.isQualified())
        .map(exports -> exports.source())
        .forEach(name -> versions.put(name, "0.0.0"));
  }

  private void addFrom(Class<?> sample, String prefix, String version) {
    packagesBeside(sample, name -> name.startsWith(prefix))
        .forEach(name -> versions.put(name, version));
  }

  private static Stream<String> packagesBeside(Class<?> sample, Predicate<String> wanted) {
    Path place = place(sample);
    try {
      return classFiles(place)
          .filter(file -> file.contains("/"))
          .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
          .filter(wanted)
          .distinct()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the packages of " + place, e);
    }
  }

  private static Path place(Class<?> sample) {
    try {
      return Path.of(
          Optional.ofNullable(sample.getProtectionDomain().getCodeSource())
              .map(CodeSource::getLocation)
              .orElseThrow()
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> classFiles(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        return files
            .map(file -> place.relativize(file).toString().replace(File.separatorChar, '/'))
            .filter(name -> name.endsWith(".class"))
            .toList()
            .stream();
      }
    }
    try (JarFile jar = new JarFile(place.toFile())) {
      return jar.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .toList()
          .stream();
    }
  }

  /** Package name to version, as exported to apps. */
  public SortedMap<String, String> versions() {
    return Collections.unmodifiableSortedMap(versions);
  }

  public boolean exports(String packageName) {
    return packageName.startsWith("java.")
        || versions.containsKey(packageName)
        || packageName.startsWith("org.osgi.framework")
        || packageName.startsWith(BUNDLES_ONLY);
  }

  /** For {@code org.osgi.framework.system.packages}; the framework adds {@code java.*} itself. */
  String header() {
    return Stream.concat(versions.entrySet().stream(), OSGI.entrySet().stream())
        .map(entry -> entry.getKey() + ";version=\"" + entry.getValue() + "\"")
        .collect(Collectors.joining(","));
  }

  private static final Map<String, String> OSGI =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("org.osgi.framework", "1.10"),
              Map.entry("org.osgi.framework.dto", "1.8"),
              Map.entry("org.osgi.framework.hooks.bundle", "1.1"),
              Map.entry("org.osgi.framework.hooks.resolver", "1.0"),
              Map.entry("org.osgi.framework.hooks.service", "1.1"),
              Map.entry("org.osgi.framework.hooks.weaving", "1.1"),
              Map.entry("org.osgi.framework.launch", "1.2"),
              Map.entry("org.osgi.framework.namespace", "1.1"),
              Map.entry("org.osgi.framework.startlevel", "1.0"),
              Map.entry("org.osgi.framework.wiring", "1.2"),
              Map.entry("org.osgi.resource", "1.0"),
              Map.entry("org.osgi.service.packageadmin", "1.2"),
              Map.entry("org.osgi.service.startlevel", "1.1"),
              Map.entry("org.osgi.service.url", "1.0"),
              Map.entry("org.osgi.util.tracker", "1.5.2")));
}
