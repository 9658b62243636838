package io.hearth.collectors;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;

import io.hearth.collectors.Entry.Unreadable;
import io.hearth.host.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one way to a file of the instance. Invariant: a channel that {@link #open} hands out belongs
 * to a regular file that lies below one of the roots when every link is resolved.
 *
 * <p>A path is judged twice: when it is listed and again when it is opened, because anything may
 * have been put in its place meanwhile. Opening descends from the root folder by folder, each step
 * relative to the open folder above and refusing links ({@code openat} with {@code O_NOFOLLOW}), so
 * a folder exchanged for a link during the descent leads nowhere. Where the file system offers no
 * such descent (Windows), the path is opened and then checked once more.
 *
 * <p>A FIFO would block whoever opens it, and the JDK cannot open without blocking: so the kind of
 * the file is asked for in the step right before.
 */
final class SafeFiles {

  private static final int ATTEMPTS = 3;
  private static final int SMALL = 256 * 1024;

  private final List<Path> roots;

  private SafeFiles(List<Path> roots) {
    this.roots = roots;
  }

  static SafeFiles below(Layout layout) {
    List<Path> wanted = new ArrayList<>(List.of(layout.localHome(), layout.sharedHome()));
    layout.installation().ifPresent(wanted::add);
    return below(wanted);
  }

  /** Roots that are not there are left out: nothing can lie below them. */
  static SafeFiles below(List<Path> wanted) {
    Set<Path> real = new LinkedHashSet<>();
    for (Path root : wanted) {
      try {
        real.add(root.toRealPath());
      } catch (IOException absent) {
        continue;
      }
    }
    return new SafeFiles(List.copyOf(real));
  }

  /** What a path turns out to be. */
  sealed interface Look {
    record Readable(Path real, long size, Instant modified) implements Look {}

    record Folder(Path real) implements Look {}

    record Refused(Unreadable reason) implements Look {}
  }

  Look look(Path path) {
    try {
      Path real = path.toRealPath();
      if (rootOf(real).isEmpty()) {
        return new Look.Refused(Unreadable.OUTSIDE_ROOTS);
      }
      BasicFileAttributes found =
          Files.readAttributes(real, BasicFileAttributes.class, NOFOLLOW_LINKS);
      if (found.isDirectory()) {
        return new Look.Folder(real);
      }
      if (!found.isRegularFile()) {
        return new Look.Refused(Unreadable.NOT_A_FILE);
      }
      if (!Files.isReadable(real)) {
        return new Look.Refused(Unreadable.DENIED);
      }
      return new Look.Readable(real, found.size(), found.lastModifiedTime().toInstant());
    } catch (IOException e) {
      return new Look.Refused(reasonFor(path, e));
    }
  }

  SeekableByteChannel open(Path path) throws UnreadableException {
    Look look = look(path);
    if (look instanceof Look.Refused refused) {
      throw new UnreadableException(path, refused.reason());
    }
    if (!(look instanceof Look.Readable readable)) {
      throw new UnreadableException(path, Unreadable.NOT_A_FILE);
    }
    Path real = readable.real();
    Path root = rootOf(real).orElseThrow();
    try {
      return openBelow(root, root.relativize(real));
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableException(path, reasonFor(real, e));
    }
  }

  /** The start of a file that is read here only to find others; empty when it cannot be had. */
  Optional<String> smallText(Path path) {
    try (InputStream in = Channels.newInputStream(open(path))) {
      return Optional.of(new String(in.readNBytes(SMALL), StandardCharsets.UTF_8));
    } catch (IOException notReadable) {
      return Optional.empty();
    }
  }

  static Unreadable reasonFor(Path path, IOException e) {
    if (e instanceof NoSuchFileException) {
      return Unreadable.VANISHED;
    }
    if (e instanceof AccessDeniedException) {
      return Unreadable.DENIED;
    }
    // A loop of links is ELOOP, for which the JDK has an exception of its own in some calls only.
    if (e instanceof FileSystemLoopException
        || e instanceof NotDirectoryException
        || Files.isSymbolicLink(path)) {
      return Unreadable.NOT_A_FILE;
    }
    return Unreadable.FAILED;
  }

  private Optional<Path> rootOf(Path real) {
    return roots.stream().filter(real::startsWith).findFirst();
  }

  private static SeekableByteChannel openBelow(Path root, Path relative) throws IOException {
    DirectoryStream<Path> top = Files.newDirectoryStream(root);
    if (!(top instanceof SecureDirectoryStream<Path> folder)) {
      top.close();
      return openAndCheck(root.resolve(relative));
    }
    try {
      for (int i = 0; i < relative.getNameCount() - 1; i++) {
        SecureDirectoryStream<Path> above = folder;
        folder = above.newDirectoryStream(relative.getName(i), NOFOLLOW_LINKS);
        above.close();
      }
      return openAndCheck(folder, relative.getFileName());
    } finally {
      folder.close();
    }
  }

  /** A file exchanged right before it was opened (a log rotates, a trap is set) is tried again. */
  private static SeekableByteChannel openAndCheck(SecureDirectoryStream<Path> folder, Path name)
      throws IOException {
    BasicFileAttributeView view =
        folder.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      BasicFileAttributes before = view.readAttributes();
      requireRegular(name, before);
      SeekableByteChannel channel = folder.newByteChannel(name, Set.of(READ, NOFOLLOW_LINKS));
      try {
        if (same(before, view.readAttributes())) {
          return channel;
        }
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      channel.close();
    }
    throw new UnreadableException(name, Unreadable.VANISHED);
  }

  /** Without a descent: what was opened must still be what the path names, and the same file. */
  static SeekableByteChannel openAndCheck(Path real) throws IOException {
    BasicFileAttributes before = attributes(real);
    requireRegular(real, before);
    SeekableByteChannel channel = Files.newByteChannel(real, Set.of(READ, NOFOLLOW_LINKS));
    try {
      BasicFileAttributes after = attributes(real);
      if (!real.toRealPath().equals(real) || !same(before, after)) {
        throw new UnreadableException(real, Unreadable.OUTSIDE_ROOTS);
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
    return after.isRegularFile()
        && Optional.ofNullable(before.fileKey()).equals(Optional.ofNullable(after.fileKey()));
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
  }

  private static void requireRegular(Path path, BasicFileAttributes found)
      throws UnreadableException {
    if (!found.isRegularFile()) {
      throw new UnreadableException(path, Unreadable.NOT_A_FILE);
    }
  }
}
