package io.hearth.host.sal;

import io.hearth.host.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The installation folder, as far as it can be told from inside: Tomcat's system properties in Jira
 * and Confluence; Bitbucket embeds its Tomcat, so there its own property or the working folder.
 */
record Installation(Function<String, Optional<String>> properties, Path workingFolder) {

  static Installation ofThisJvm() {
    return new Installation(
        name -> Optional.ofNullable(System.getProperty(name)), Path.of("").toAbsolutePath());
  }

  Optional<Path> folder(Product.Kind kind) {
    return kind == Product.Kind.BITBUCKET
        ? first("bitbucket.install").or(this::startedFrom)
        : first("catalina.base", "catalina.home");
  }

  private Optional<Path> first(String... names) {
    return Stream.of(names)
        .flatMap(name -> properties.apply(name).stream())
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private Optional<Path> startedFrom() {
    return Stream.of(Optional.of(workingFolder), Optional.ofNullable(workingFolder.getParent()))
        .flatMap(Optional::stream)
        .filter(folder -> Files.exists(folder.resolve("bin/_start-webapp.sh")))
        .findFirst();
  }
}
