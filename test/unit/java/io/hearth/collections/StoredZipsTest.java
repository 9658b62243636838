package io.hearth.collections;

import static io.hearth.collections.Site.GIB;
import static io.hearth.collections.Site.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.collections.StoredZips.Answer;
import io.hearth.collectors.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StoredZipsTest {

  @TempDir Path home;
  private final List<Site> sites = new ArrayList<>();

  private Site site(String node) {
    Site site = new Site(home, node);
    sites.add(site);
    return site;
  }

  @AfterEach
  void closeAll() {
    sites.forEach(Site::close);
  }

  @Test
  void aZipIsMadeWhileNobodyWaitsAndLiesOnTheServerWholeAndPrivate() throws Exception {
    Site site = site("node1");
    StoredZips stored = site.start();

    StoredZip zip = site.ended(site.take("a.zip").id());

    assertEquals(State.DONE, zip.state());
    Stage.Content content = zip.stage().content().orElseThrow();
    byte[] bytes = Channels.newInputStream(stored.open(zip)).readAllBytes();
    assertEquals(bytes.length, content.bytes());
    assertEquals(sha256(bytes), content.sha256());
    assertTrue(names(zip).containsAll(List.of("logs/first.txt", "manifest.json")));
    until(() -> site.endings.size() == 2);
    assertEquals(List.of("ada DONE", "whole a.zip"), site.endings);
    assertEquals(List.of("job.json", "support.zip"), files(zip.id()));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(site.folder(zip.id()).resolve("support.zip"))));
  }

  @Test
  void oneIsMadeAtATimeAndTheQueueHasAnEnd() {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    StoredZips stored = site.start();
    StoredZip first = site.take("a.zip");
    until(() -> state(stored, first) == State.RUNNING);
    StoredZip second = site.take("b.zip");
    site.take("c.zip");

    assertEquals(State.QUEUED, state(stored, second));
    assertInstanceOf(Answer.QueueFull.class, stored.order(site.order("d.zip")));

    assertTrue(stored.cancel(second.id()));
    assertEquals(State.CANCELLED, state(stored, second));
    site.gate.countDown();
    assertEquals(State.DONE, site.ended(first.id()).state());
    assertEquals(State.CANCELLED, state(stored, second));
  }

  @Test
  void itWaitsForADirectDownload() throws Exception {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    StoredZips stored = site.start();
    Thread direct =
        new Thread(
            () ->
                site.zips()
                    .collect(
                        Site.everything(),
                        "bob",
                        Optional.empty(),
                        OutputStream::nullOutputStream));
    direct.start();
    assertTrue(site.reached.await(10, TimeUnit.SECONDS));

    StoredZip zip = site.take("a.zip");
    assertEquals(State.QUEUED, state(stored, zip));
    site.gate.countDown();
    direct.join();
    assertEquals(State.DONE, site.ended(zip.id()).state());
  }

  @Test
  void whatRunsCanBeFollowedAndStoppedFromAnotherNode() {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    site.start();
    StoredZips elsewhere = site("node2").start();
    StoredZip zip = site.take("a.zip");
    until(() -> state(elsewhere, zip) == State.RUNNING);

    assertTrue(elsewhere.cancel(zip.id()));

    until(() -> state(elsewhere, zip) == State.CANCELLED);
    assertEquals(List.of("cancel", "job.json"), files(zip.id()));
  }

  @Test
  void whatRunsCanBeDeletedAtOnceAndLeavesNothing() {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    site.start();
    StoredZips elsewhere = site("node2").start();
    StoredZip zip = site.take("a.zip");
    until(() -> state(elsewhere, zip) == State.RUNNING);

    assertTrue(elsewhere.delete(zip.id()).isPresent());

    assertEquals(Optional.empty(), elsewhere.find(zip.id()));
    until(() -> !Files.exists(site.folder(zip.id())));
    assertEquals(Optional.empty(), elsewhere.delete(zip.id()));
  }

  @Test
  void switchingTheAppOffInterruptsAndKeepsWhatWasCopied() throws Exception {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    site.start();
    StoredZip running = site.take("a.zip");
    StoredZip waiting = site.take("b.zip");
    assertTrue(site.reached.await(10, TimeUnit.SECONDS));
    site.close();

    StoredZips after = site.start();
    StoredZip zip = after.find(running.id()).orElseThrow();

    assertEquals(State.INTERRUPTED, zip.state());
    assertEquals(List.of("README.txt", "logs/first.txt", "INTERRUPTED.txt"), names(zip));
    assertEquals(State.INTERRUPTED, state(after, waiting));
    assertEquals(Optional.empty(), after.find(waiting.id()).orElseThrow().stage().content());
    assertEquals(List.of("job.json"), files(waiting.id()));
  }

  @Test
  void aProcessThatDiedIsNoticedByTheNextOneOfItsNodeOnly() throws Exception {
    Site site = site("node1");
    site.gate = new CountDownLatch(1);
    site.start();
    StoredZip zip = site.take("a.zip");
    assertTrue(site.reached.await(10, TimeUnit.SECONDS));
    until(() -> Files.exists(site.folder(zip.id()).resolve(".entries")));
    Path copy = Files.createDirectories(home.resolve("dead"));
    copy(home.resolve("hearth"), copy.resolve("hearth"));

    Site other = new Site(copy, "node2");
    sites.add(other);
    assertEquals(State.QUEUED, state(other.start(), zip).open() ? State.QUEUED : State.DONE);
    Site next = new Site(copy, "node1");
    sites.add(next);
    StoredZips after = next.start();
    until(() -> state(after, zip) == State.INTERRUPTED);
    assertEquals(State.DONE, next.ended(next.take("b.zip").id()).state());
  }

  @Test
  void whatANodeLeftThatStaysDeadIsClosedByAnotherOne() throws Exception {
    Site site = site("node1");
    // So much that the first entry has left the buffers.
    site.entries.add(1, new Entry.Made("large.txt", 1 << 18, out -> incompressible(out, 3000)));
    site.gate = new CountDownLatch(1);
    site.start();
    StoredZip zip = site.take("a.zip");
    assertTrue(site.reached.await(10, TimeUnit.SECONDS));
    until(() -> Files.exists(site.folder(zip.id()).resolve(".entries")));
    Path copy = Files.createDirectories(home.resolve("dead"));
    copy(home.resolve("hearth"), copy.resolve("hearth"));
    Site other = new Site(copy, "node2");
    sites.add(other);
    StoredZips elsewhere = other.start();

    other.later = Duration.ofMinutes(9);
    assertTrue(state(elsewhere, zip).open());
    other.later = Duration.ofMinutes(11);

    until(() -> state(elsewhere, zip) == State.INTERRUPTED);
    try (ZipFile saved = new ZipFile(other.folder(zip.id()).resolve("support.zip").toFile())) {
      List<String> names = saved.stream().map(ZipEntry::getName).toList();
      assertTrue(
          names.containsAll(List.of("README.txt", "logs/first.txt", "INTERRUPTED.txt")),
          names::toString);
    }
  }

  @Test
  void aDiskThatGetsFullEndsItWithAReasonAndNoHalfFile() {
    Site site = site("node1");
    site.entries.add(new Entry.Made("large.txt", 4 << 20, StoredZipsTest::incompressible));
    StoredZips stored = site.start();
    StoredZip small = site.ended(site.take("a.zip").id());
    assertEquals(State.DONE, small.state());

    site.gate = new CountDownLatch(1);
    StoredZip zip = site.take("b.zip");
    until(() -> state(stored, zip) == State.RUNNING);
    site.disk = new Room.Free(100 * GIB, 4 * GIB);
    assertInstanceOf(Answer.NoRoom.class, stored.order(site.order("c.zip")));
    site.gate.countDown();

    Stage.Failed failed = assertInstanceOf(Stage.Failed.class, site.ended(zip.id()).stage());
    assertEquals(Trouble.DISK_FULL, failed.trouble());
    assertEquals(List.of("job.json"), files(zip.id()));
    site.disk = Site.PLENTY;
    assertEquals(State.DONE, site.ended(site.take("d.zip").id()).state());
  }

  @Test
  void theOldestMakesRoomUnlessItIsKept() {
    Site site = site("node1");
    StoredZips stored = site.start(new Room(2, GIB, 2, folder -> site.disk));
    StoredZip oldest = site.ended(site.take("a.zip").id());
    stored.keep(oldest.id(), true);
    site.clock.now = site.clock.now.plusSeconds(1);
    StoredZip second = site.ended(site.take("b.zip").id());
    site.clock.now = site.clock.now.plusSeconds(1);
    StoredZip third = site.ended(site.take("c.zip").id());

    assertEquals(List.of(third.id(), oldest.id()), ids(stored));
    assertTrue(site.endings.contains("expired " + second.fileName()));

    stored.keep(third.id(), true);
    assertInstanceOf(Answer.NoRoom.class, stored.order(site.order("d.zip")));
    stored.keep(third.id(), false);
    assertInstanceOf(Answer.Taken.class, stored.order(site.order("d.zip")));
  }

  @Test
  void aZipLargerThanWhatTheStoreHasLeftFails() {
    Site site = site("node1");
    site.start(new Room(5, 1000, 2, folder -> site.disk));

    Stage stage = site.ended(site.take("a.zip").id()).stage();

    assertEquals(Trouble.STORE_FULL, assertInstanceOf(Stage.Failed.class, stage).trouble());
  }

  @Test
  void afterSevenDaysItGoesUnlessItIsKept() {
    Site site = site("node1");
    StoredZips stored = site.start();
    StoredZip kept = site.ended(site.take("a.zip").id());
    StoredZip other = site.ended(site.take("b.zip").id());
    stored.keep(kept.id(), true);

    site.clock.now = site.clock.now.plus(StoredZip.KEPT).minusSeconds(1);
    stored.upkeep();
    assertEquals(2, stored.all().size());
    site.clock.now = site.clock.now.plus(Duration.ofSeconds(2));
    stored.upkeep();

    assertEquals(List.of(kept.id()), ids(stored));
    assertFalse(Files.exists(site.folder(other.id())));
  }

  @Test
  void whatIsNoIdLeadsNowhere() throws Exception {
    Site site = site("node1");
    StoredZips stored = site.start();
    Files.createDirectories(home.resolve("hearth/zips/extra"));
    Files.writeString(home.resolve("hearth/zips/extra/job.json"), "{}");
    Files.createDirectories(home.resolve("hearth/zips/" + Shelf.newId()));

    for (String id : List.of("..", ".", "", "extra", "../zips", Shelf.newId(), "%2e%2e", "a\0b")) {
      assertEquals(Optional.empty(), stored.find(id), id);
      assertEquals(Optional.empty(), stored.delete(id), id);
      assertFalse(stored.cancel(id), id);
      assertEquals(Optional.empty(), stored.keep(id, true), id);
    }
    assertEquals(List.of(), stored.all());
    assertTrue(Files.exists(home.resolve("hearth/zips/extra/job.json")));
  }

  @Test
  void twoWhoActAtOnceLeaveItConsistent() throws Exception {
    Site site = site("node1");
    StoredZips stored = site.start();
    for (int n = 0; n < 10; n++) {
      StoredZip zip = site.take(n + ".zip");
      Thread cancel = new Thread(() -> stored.cancel(zip.id()));
      Thread delete = new Thread(() -> stored.delete(zip.id()));
      cancel.start();
      delete.start();
      cancel.join();
      delete.join();
      until(() -> !Files.exists(site.folder(zip.id())));
      assertEquals(List.of(), stored.all());
    }
  }

  private static void incompressible(OutputStream out) throws IOException {
    incompressible(out, 30_000);
  }

  private static void incompressible(OutputStream out, int lines) throws IOException {
    Random random = new Random(4711);
    for (int line = 0; line < lines; line++) {
      out.write(
          new String(random.ints(90, ' ', '~').toArray(), 0, 90).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  private static State state(StoredZips stored, StoredZip zip) {
    return stored.find(zip.id()).orElseThrow().state();
  }

  private static List<String> ids(StoredZips stored) {
    return stored.all().stream().map(StoredZip::id).toList();
  }

  private List<String> names(StoredZip zip) throws IOException {
    Path file = home.resolve("hearth/zips").resolve(zip.id()).resolve("support.zip");
    try (ZipFile opened = new ZipFile(file.toFile())) {
      return opened.stream().map(ZipEntry::getName).toList();
    }
  }

  private List<String> files(String id) {
    try (Stream<Path> files = Files.list(home.resolve("hearth/zips").resolve(id))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void whyOneIsMadeIsKnownToTheNextProcess() {
    Site site = site("node1");
    site.start();
    StoredZip zip = site.take("by-itself.zip");
    StoredZip caused =
        new StoredZip(
            zip.id(),
            zip.fileName(),
            zip.node(),
            zip.startedBy(),
            zip.items(),
            Optional.of("another"),
            Optional.of(Cause.HEAP),
            List.of(),
            zip.createdAt(),
            false,
            new Stage.Queued());
    assertEquals(caused, JobFile.read(zip.id(), false, JobFile.write(caused)));
  }
}
