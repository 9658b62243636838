package io.hearth.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Our own folder in a home of the product. */
  public static PrivateFolder in(Path home) {
    return new PrivateFolder(home.resolve("hearth"));
  }

  /** Where each node has a folder of its own, which no other node writes to. */
  public static PrivateFolder nodesIn(Path sharedHome) {
    return in(sharedHome).below("nodes");
  }

  public Path path() {
    return folder;
  }

  public PrivateFolder below(String name) {
    return new PrivateFolder(folder.resolve(name));
  }

  /** The folder that this one lies in. */
  public PrivateFolder parent() {
    return new PrivateFolder(folder.getParent());
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

  /** What a file is to hold; it may fail, and then there is no file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  public void write(String name, String text) throws IOException {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public void write(String name, Content content) throws IOException {
    make();
    Path fresh = folder.resolve("." + UUID.randomUUID());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      try (OutputStream out =
          Channels.newOutputStream(Files.newByteChannel(fresh, options, onlyOwner("rw-------")))) {
        content.write(out);
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

  /**
   * Writes a small file unless there is one of this name: of all who try, on whatever node, one
   * succeeds. It appears whole, by a second name for a file that is written, which no file system
   * gives twice; where it knows no second names, whoever reads meanwhile may see a part of it.
   *
   * @return whether it was us
   */
  public boolean writeOnce(String name, String text) throws IOException {
    make();
    Path file = folder.resolve(name);
    Path fresh = folder.resolve("." + UUID.randomUUID());
    try {
      create(fresh, text);
      if (!link(file, fresh)) {
        create(file, text);
      }
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether the file system can give a file a second name. */
  private static boolean link(Path name, Path file) throws IOException {
    try {
      Files.createLink(name, file);
      return true;
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException cannot) {
      return false;
    }
  }

  private static void create(Path file, String text) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = Files.newByteChannel(file, options, onlyOwner("rw-------"))) {
      try {
        var bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    }
  }

  /**
   * Begins a file that is written little by little, whatever stood there before. Its name begins
   * with a dot; whoever writes it renames it when it is whole.
   */
  public OutputStream begin(String name) throws IOException {
    make();
    Files.deleteIfExists(folder.resolve(name));
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return Channels.newOutputStream(
        Files.newByteChannel(folder.resolve(name), options, onlyOwner("rw-------")));
  }

  public String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  public InputStream open(String name) throws IOException {
    return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** When something in the folder came or went last; empty when the folder is not there. */
  public Optional<Instant> modifiedAt() {
    try {
      return Optional.of(Files.getLastModifiedTime(folder).toInstant());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Of a file that is there, and 0 of one that is not. */
  public long size(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** Adds to the end in one write; a process that dies in it leaves half a last line at most. */
  public void append(String name, String text) throws IOException {
    make();
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    try (var channel =
        Files.newByteChannel(folder.resolve(name), options, onlyOwner("rw-------"))) {
      var bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /**
   * Writes behind the first bytes of a file and ends it there, whatever stood behind them before,
   * such as what a write left that failed half-way.
   *
   * @param kept 0 for a new file
   * @throws NoSuchFileException when there is no file of so many bytes
   */
  public void writeBehind(String name, long kept, ByteBuffer bytes) throws IOException {
    make();
    Set<OpenOption> options =
        kept == 0
            ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)
            : Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try (var channel =
        Files.newByteChannel(folder.resolve(name), options, onlyOwner("rw-------"))) {
      if (channel.size() < kept) {
        throw new NoSuchFileException(name);
      }
      channel.truncate(kept);
      channel.position(kept);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
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
