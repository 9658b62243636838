package io.hearth.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A folder that only the owner of the product's process may look into. Files appear whole: they are
 * written under another name and renamed. Where the file system knows no permissions (Windows), the
 * home's own rules hold.
 */
public final class PrivateFolder {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  public PrivateFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  public PrivateFolder below(String name) {
    return new PrivateFolder(folder.resolve(name));
  }

  private static FileAttribute<?>[] onlyOwner(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** The folder of the home above is the product's; those that are ours are made private. */
  private void make() throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path one = folder; !Files.isDirectory(one); one = one.getParent()) {
      missing.add(0, one);
    }
    for (Path one : missing) {
      try {
        Files.createDirectory(one, onlyOwner("rwx------"));
      } catch (FileAlreadyExistsException made) {
        // By another thread or node, at the same moment.
        continue;
      }
    }
  }

  public void write(String name, String text) throws IOException {
    make();
    Path fresh = folder.resolve("." + UUID.randomUUID());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      try (var channel = Files.newByteChannel(fresh, options, onlyOwner("rw-------"))) {
        var bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      Files.move(
          fresh,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Adds to the end in one piece, so that lines of several writers do not mix. */
  public void append(String name, String text) throws IOException {
    make();
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try (var channel =
        Files.newByteChannel(folder.resolve(name), options, onlyOwner("rw-------"))) {
      channel.write(StandardCharsets.UTF_8.encode(text));
    }
  }

  /** Of a file that is there, and 0 of one that is not. */
  public long size(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  public String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  /** Sorted; without those that are being written. Empty when the folder is not there. */
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      for (Path one : found) {
        String name = one.getFileName().toString();
        if (!name.startsWith(".")) {
          names.add(name);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    }
    names.sort(null);
    return names;
  }

  /** Deletes the folder with all it holds; links are deleted, not followed. */
  public void delete() throws IOException {
    delete(folder);
  }

  public void delete(String name) throws IOException {
    delete(folder.resolve(name));
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
        for (Path one : inside) {
          delete(one);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
