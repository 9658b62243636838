package io.hearth.devhost.check;

import io.hearth.devhost.instance.Platform;
import io.hearth.devhost.osgi.HostPackages;
import io.hearth.devhost.plugin.AppArchive;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds {@code Import-Package} against what the products export, and both against what the classes
 * really use: an optional import of a package that nobody exports resolves, and then fails in use.
 */
final class ImportCheck {
  private static final String BOOT = "sun.";

  private final HostPackages host;
  private final Platform platform;
  private final Consumer<String> problem;

  ImportCheck(HostPackages host, Platform platform, Consumer<String> problem) {
    this.host = host;
    this.platform = platform;
    this.problem = problem;
  }

  void check(AppArchive archive, References references) {
    Map<String, Import> imports =
        archive.header("Import-Package").map(Import::parse).orElseGet(Map::of);
    Set<String> own = ownPackages(archive);
    imports.values().forEach(each -> checkOne(each, references, own));
    Set<String> missing = new TreeSet<>(references.packages());
    missing.removeAll(imports.keySet());
    missing.removeAll(own);
    missing.removeIf(name -> name.startsWith("java.") || name.startsWith(BOOT));
    missing.forEach(
        name ->
            problem.accept(
                "package "
                    + name
                    + " is used by "
                    + references.userOf(name)
                    + " but not imported"
                    + (host.exports(name) ? "" : ", and the products do not export it")
                    + otherPlatform(name)));
  }

  private void checkOne(Import each, References references, Set<String> own) {
    String name = each.name();
    each.version()
        .ifPresent(
            version ->
                problem.accept(
                    "Import-Package: "
                        + name
                        + " asks for version "
                        + version
                        + "; the products export under versions of their own, import without one"));
    boolean used = references.packages().contains(name) && !own.contains(name);
    if (!host.exports(name) && (!each.optional() || used)) {
      problem.accept(
          "Import-Package: "
              + name
              + " is not exported by the products"
              + (each.optional() ? ", and " + references.userOf(name) + " uses it" : "")
              + otherPlatform(name));
    }
  }

  private String otherPlatform(String name) {
    return name.startsWith(platform.other().servletPackage())
        ? " (Platform " + platform.number() + " has " + platform.servletPackage() + ")"
        : "";
  }

  private static Set<String> ownPackages(AppArchive archive) {
    Set<String> own = new HashSet<>();
    archive.classes().stream()
        .filter(path -> path.contains("/"))
        .forEach(path -> own.add(path.substring(0, path.lastIndexOf('/')).replace('/', '.')));
    return own;
  }
}
