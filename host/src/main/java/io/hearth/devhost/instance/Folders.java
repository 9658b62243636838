package io.hearth.devhost.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where everything lies. The made homes are there even when given trees are served instead of them:
 * given trees are only read, so the host's own logs go to the made ones.
 *
 * @param database what the products keep in their database; all nodes of a cluster share it
 */
record Folders(
    Path localHome, Path sharedHome, Path install, Path ownHome, Path ownInstall, Path database) {

  static Folders of(InstanceOptions options) throws IOException {
    Path product = options.state().toAbsolutePath().normalize().resolve(options.product().id());
    Path node = product.resolve(options.nodeId());
    Path ownHome = Files.createDirectories(node.resolve("home"));
    Path ownInstall = Files.createDirectories(node.resolve("install"));
    Path ownShared = Files.createDirectories(product.resolve("shared-home"));
    if (options.product() == ProductKind.BITBUCKET) {
      link(ownHome.resolve("shared"), ownShared);
    }
    Path home = options.home().map(Folders::existing).orElse(ownHome);
    return new Folders(
        home,
        options.home().isPresent() ? sharedIn(home, options.product()) : ownShared,
        options.install().map(Folders::existing).orElse(ownInstall),
        ownHome,
        ownInstall,
        Files.createDirectories(product.resolve("database")));
  }

  private static Path existing(Path given) {
    if (!Files.isDirectory(given)) {
      throw new IllegalArgumentException("no such folder: " + given);
    }
    return given.toAbsolutePath().normalize();
  }

  /** Bitbucket's is always below the home folder; the others share their home when alone. */
  private static Path sharedIn(Path home, ProductKind kind) {
    Path shared = home.resolve("shared");
    return kind == ProductKind.BITBUCKET && Files.isDirectory(shared) ? shared : home;
  }

  /** Bitbucket's shared home is always below its home folder; on a cluster it is mounted there. */
  private static void link(Path link, Path target) throws IOException {
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, target);
    }
  }
}
