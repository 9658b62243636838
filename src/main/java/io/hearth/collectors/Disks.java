package io.hearth.collectors;

import io.hearth.host.Layout;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disks that hold the product's folders, each once, however many folders it holds. */
final class Disks {

  private Disks() {}

  /**
   * @param folders by their part in the product
   * @param usableBytes what the product may still fill: quotas and reserves are taken off
   */
  record Disk(
      Map<String, Path> folders, String type, long totalBytes, long usableBytes, boolean readOnly) {

    Path firstFolder() {
      return folders.values().iterator().next();
    }

    Facts facts() {
      return new Facts()
          .put("folders", new Facts().putAll(folders))
          .put("fileSystem", type)
          .put("totalBytes", totalBytes)
          .put("usableBytes", usableBytes)
          .put("readOnly", readOnly);
    }
  }

  static List<Disk> of(Scope scope) {
    Map<FileStore, Map<String, Path>> stores = new LinkedHashMap<>();
    named(scope)
        .forEach(
            (name, folder) ->
                store(folder)
                    .ifPresent(
                        store ->
                            stores
                                .computeIfAbsent(store, any -> new LinkedHashMap<>())
                                .put(name, folder)));
    List<Disk> disks = new ArrayList<>();
    stores.forEach((store, folders) -> measured(store, folders).ifPresent(disks::add));
    return disks;
  }

  /** Empty for a folder that is not there: the item configuration tells of it. */
  private static Optional<FileStore> store(Path folder) {
    try {
      return Optional.of(Files.getFileStore(folder));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  private static Optional<Disk> measured(FileStore store, Map<String, Path> folders) {
    try {
      return Optional.of(
          new Disk(
              folders,
              store.type(),
              store.getTotalSpace(),
              store.getUsableSpace(),
              store.isReadOnly()));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static Map<String, Path> named(Scope scope) {
    Layout layout = scope.host().layout();
    Map<String, Path> named = new LinkedHashMap<>();
    named.put("localHome", layout.localHome());
    named.put("sharedHome", layout.sharedHome());
    named.put("logs", LogFiles.productFolder(scope));
    layout.installation().ifPresent(folder -> named.put("installation", folder));
    if (scope.live()) {
      // Uploads, attachments and the JVM's own spills pass through it.
      named.put("temporary", Path.of(System.getProperty("java.io.tmpdir")));
    }
    return named;
  }
}
