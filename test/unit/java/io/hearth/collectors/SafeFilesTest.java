package io.hearth.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hearth.collectors.Entry.Unreadable;
import io.hearth.collectors.SafeFiles.Look;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {

  @TempDir Path folder;
  private Path root;
  private Path outside;
  private SafeFiles files;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    files = SafeFiles.below(List.of(root));
  }

  @Test
  void aFileBelowTheRootOpens() throws IOException {
    Path file = TestHost.write(root.resolve("a/b/c.log"), "text");
    try (var channel = files.open(file)) {
      assertEquals(4, channel.size());
    }
  }

  @Test
  void aLinkThatStaysInsideOpens() throws IOException {
    Path file = TestHost.write(root.resolve("a/c.log"), "text");
    Files.createSymbolicLink(root.resolve("current.log"), file);
    try (var channel = files.open(root.resolve("current.log"))) {
      assertEquals(4, channel.size());
    }
  }

  @Test
  void aLinkOutOfTheRootIsRefused() throws IOException {
    refused(
        Files.createSymbolicLink(root.resolve("x"), outside.resolve("secret")),
        Unreadable.OUTSIDE_ROOTS);
  }

  @Test
  void aFolderThatLinksOutIsRefused() throws IOException {
    Files.createSymbolicLink(root.resolve("logs"), outside);
    refused(root.resolve("logs/secret"), Unreadable.OUTSIDE_ROOTS);
  }

  @Test
  void dotsThatLeadOutAreRefused() {
    refused(root.resolve("../outside/secret"), Unreadable.OUTSIDE_ROOTS);
  }

  @Test
  void aFolderNextToTheRootWithTheSameStartIsOutside() throws IOException {
    refused(TestHost.write(folder.resolve("root2/x"), "x"), Unreadable.OUTSIDE_ROOTS);
  }

  @Test
  void aLoopOfLinksIsNoFile() throws IOException {
    Files.createSymbolicLink(root.resolve("a"), root.resolve("b"));
    Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));
    refused(root.resolve("a"), Unreadable.NOT_A_FILE);
  }

  @Test
  void aLinkToNothingHasVanished() throws IOException {
    Files.createSymbolicLink(root.resolve("a"), root.resolve("nothing"));
    refused(root.resolve("a"), Unreadable.VANISHED);
    refused(root.resolve("nothing"), Unreadable.VANISHED);
  }

  @Test
  void aFolderIsNoFile() throws IOException {
    Files.createDirectory(root.resolve("d"));
    assertInstanceOf(Look.Folder.class, files.look(root.resolve("d")));
    assertEquals(Unreadable.NOT_A_FILE, openingFails(root.resolve("d")));
  }

  @Test
  void aFifoNeverBlocks() throws Exception {
    Path fifo = root.resolve("fifo.log");
    fifo(fifo);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused(fifo, Unreadable.NOT_A_FILE));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThrows(UnreadableException.class, () -> SafeFiles.openAndCheck(fifo)));
  }

  @Test
  void aDeviceIsNoFile() throws Exception {
    assumeTrue(run("mknod", root.resolve("null").toString(), "c", "1", "3") == 0);
    refused(root.resolve("null"), Unreadable.NOT_A_FILE);
  }

  @Test
  void aSocketIsNoFile() throws IOException {
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(root.resolve("s")));
      refused(root.resolve("s"), Unreadable.NOT_A_FILE);
    }
  }

  @Test
  void whatMayNotBeReadIsDenied() throws IOException {
    Path file = TestHost.write(root.resolve("x"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    // Permissions do not bind root.
    assumeFalse(Files.isReadable(file));
    refused(file, Unreadable.DENIED);
  }

  @Test
  void aFolderExchangedForALinkMeanwhileLeadsNowhere() throws Exception {
    Path inside = Files.createDirectories(root.resolve("swap"));
    Files.writeString(inside.resolve("secret"), "fine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
    Path aside = folder.resolve("aside");
    AtomicBoolean done = new AtomicBoolean();
    Thread swapper =
        new Thread(
            () -> {
              while (!done.get()) {
                try {
                  Files.move(inside, aside, StandardCopyOption.ATOMIC_MOVE);
                  Files.move(link, inside, StandardCopyOption.ATOMIC_MOVE);
                  Files.move(inside, link, StandardCopyOption.ATOMIC_MOVE);
                  Files.move(aside, inside, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    swapper.start();
    try {
      for (int i = 0; i < 3000; i++) {
        try (var channel = files.open(inside.resolve("secret"))) {
          assertEquals("fine".length(), channel.size(), "read outside the root");
        } catch (UnreadableException refused) {
          continue;
        }
      }
    } finally {
      done.set(true);
      swapper.join();
    }
  }

  private void refused(Path path, Unreadable reason) {
    assertEquals(new Look.Refused(reason), files.look(path));
    assertEquals(reason, openingFails(path));
  }

  private Unreadable openingFails(Path path) {
    return assertThrows(UnreadableException.class, () -> files.open(path).close()).reason();
  }

  static void fifo(Path path) throws Exception {
    assumeTrue(run("mkfifo", path.toString()) == 0);
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
