package io.hearth.errors.store;

import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The nodes that have a store: real folders, no links to elsewhere. */
final class NodeFolders {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private NodeFolders() {}

  static List<String> names(PrivateFolder nodes) throws IOException {
    return nodes.names().stream()
        .filter(name -> NAME.matcher(name).matches())
        .filter(name -> isFolder(nodes.path().resolve(name)))
        .filter(name -> isFolder(ErrorStore.folder(nodes, name).path()))
        .toList();
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
