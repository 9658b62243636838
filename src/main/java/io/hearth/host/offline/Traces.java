package io.hearth.host.offline;

import io.hearth.host.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a product and its version by the files that each of them alone has. */
final class Traces {

  private static final Pattern BUILD = Pattern.compile("<buildNumber>\\s*(\\d+)\\s*</buildNumber>");

  private Traces() {}

  static Optional<Product.Kind> kind(Path home, Optional<Path> installation) {
    for (Product.Kind kind : Product.Kind.values()) {
      boolean installed =
          installation.map(root -> Files.isDirectory(root.resolve(webApp(kind)))).orElse(false);
      if (installed || lives(kind, home)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static boolean lives(Product.Kind kind, Path home) {
    return switch (kind) {
      case JIRA ->
          exists(home, "dbconfig.xml")
              || exists(home, "jira-config.properties")
              || exists(home, "log/atlassian-jira.log");
      case CONFLUENCE ->
          exists(home, "confluence.cfg.xml") || exists(home, "logs/atlassian-confluence.log");
      case BITBUCKET ->
          exists(home, "shared/bitbucket.properties")
              || exists(home, "bitbucket.properties")
              || exists(home, "log/atlassian-bitbucket.log");
    };
  }

  static String webApp(Product.Kind kind) {
    return switch (kind) {
      case JIRA -> "atlassian-jira";
      case CONFLUENCE -> "confluence";
      case BITBUCKET -> "app";
    };
  }

  static String name(Product.Kind kind) {
    return switch (kind) {
      case JIRA -> "Jira";
      case CONFLUENCE -> "Confluence";
      case BITBUCKET -> "Bitbucket";
    };
  }

  /** From the web application's Maven descriptor, else from a library named after its version. */
  static Optional<String> version(Product.Kind kind, Path installation) {
    Path webApp = installation.resolve(webApp(kind));
    for (Path group : SmallFiles.matching(webApp.resolve("META-INF/maven"), "com.atlassian.*")) {
      for (Path artifact : SmallFiles.matching(group, "*")) {
        Optional<String> version = SmallFiles.property(artifact, "pom.properties", "version");
        if (version.isPresent()) {
          return version;
        }
      }
    }
    return libraryVersion(kind, webApp.resolve("WEB-INF/lib"));
  }

  private static Optional<String> libraryVersion(Product.Kind kind, Path libraries) {
    String library =
        switch (kind) {
          case JIRA -> "jira-(?:core|api)";
          case CONFLUENCE -> "(?:com\\.atlassian\\.confluence_)?confluence";
          case BITBUCKET -> "bitbucket-(?:api|service-impl)";
        };
    Pattern named = Pattern.compile(library + "-(\\d+\\.\\d+[\\w.-]*)\\.jar");
    for (Path jar : SmallFiles.matching(libraries, "*.jar")) {
      Matcher matcher = named.matcher(jar.getFileName().toString());
      if (matcher.matches()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** Confluence alone keeps it in its home folder. */
  static Optional<String> build(Path home) {
    return SmallFiles.text(home, "confluence.cfg.xml")
        .map(BUILD::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1));
  }

  private static boolean exists(Path home, String file) {
    return Files.exists(home.resolve(file));
  }
}
