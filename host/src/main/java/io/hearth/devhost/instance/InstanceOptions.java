package io.hearth.devhost.instance;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody asked for on the command line.
 *
 * @param contextPath empty, or a path that begins with a slash and does not end in one
 * @param state everything that the host writes is below this folder
 * @param home a tree to serve as the product's home folder instead of a made one; only read
 * @param install the same for the installation folder
 * @param nodeId also the name of this node's folder below {@code state}
 */
public record InstanceOptions(
    ProductKind product,
    Platform platform,
    int port,
    String contextPath,
    Path state,
    Optional<Path> home,
    Optional<Path> install,
    String nodeId) {

  public InstanceOptions {
    if (!contextPath.matches("(/[A-Za-z0-9._~-]+)*")) {
      throw new IllegalArgumentException(
          "context path \"" + contextPath + "\": begins with a slash and does not end in one");
    }
    if (!nodeId.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      throw new IllegalArgumentException(
          "node id \"" + nodeId + "\": 1 to 64 letters, digits, _ and -");
    }
  }
}
