package io.hearth.collections;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.Requester;
import io.hearth.application.ZipChange;
import io.hearth.collections.StoredZips.Answer;
import io.hearth.collectors.Entry;
import io.hearth.edits.Edit;
import io.hearth.edits.Word;
import io.hearth.host.HostUser;
import io.hearth.verify.LeakSearch;
import io.hearth.verify.SearchWords;
import io.hearth.verify.ZipCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PruningTest {

  private static final HostUser BOB = new HostUser("key", "bob", "Bob", Optional.empty());

  @TempDir Path home;
  private Site site;
  private StoredZips stored;

  @BeforeEach
  void start() {
    site = new Site(home, "node1");
    site.entries.add(new Entry.Made("large.txt", 1 << 20, PruningTest::incompressible));
    stored = site.start();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static ZipChange cut(String... entries) {
    return new ZipChange(Set.of(entries), Map.of(), false, Optional.of("Bob B."));
  }

  private Answer prune(StoredZip source, ZipChange change) {
    return stored.prune(source, change, new Requester(BOB, Locale.ENGLISH));
  }

  private StoredZip taken(StoredZip source, ZipChange change) {
    return assertInstanceOf(Answer.Taken.class, prune(source, change)).zip();
  }

  private StoredZip made(StoredZip source, String... entries) {
    return site.ended(taken(source, cut(entries)).id());
  }

  private Path file(StoredZip zip) {
    return site.folder(zip.id()).resolve("support.zip");
  }

  private JsonObject manifest(StoredZip zip) throws IOException {
    return JsonParser.parseString(new String(bytes(zip, "manifest.json"), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  private byte[] bytes(StoredZip zip, String entry) throws IOException {
    try (ZipFile file = new ZipFile(file(zip).toFile())) {
      return file.getInputStream(file.getEntry(entry)).readAllBytes();
    }
  }

  @Test
  void whatStaysIsTheSameAndTheManifestTellsWhatWent() throws Exception {
    StoredZip source = site.ended(site.take("a.zip").id());
    byte[] before = Files.readAllBytes(file(source));

    StoredZip zip = made(source, "logs/first.txt");

    assertEquals(State.DONE, zip.state());
    assertEquals("a-changed.zip", zip.fileName());
    assertEquals("bob", zip.startedBy());
    assertEquals(Optional.of(source.id()), zip.of());
    assertTrue(site.endings.contains("bob DONE"), site.endings.toString());
    Stage.Content content = zip.stage().content().orElseThrow();
    assertEquals(Files.size(file(zip)), content.bytes());
    assertFalse(content.sha256().equals(source.stage().content().orElseThrow().sha256()));
    assertEquals(Optional.of(zip), stored.find(zip.id()));
    assertArrayEquals(before, Files.readAllBytes(file(source)));

    try (ZipFile file = new ZipFile(file(zip).toFile())) {
      assertEquals(content.entries(), file.size());
      assertEquals(null, file.getEntry("logs/first.txt"));
    }
    assertArrayEquals(bytes(source, "logs/large.txt"), bytes(zip, "logs/large.txt"));
    JsonObject change = manifest(zip).getAsJsonArray("changes").get(0).getAsJsonObject();
    assertEquals("Bob B.", change.get("by").getAsString());
    assertEquals("[\"logs/first.txt\"]", change.get("removed").toString());
    ZipCheck.Result check =
        new ZipCheck(new LeakSearch(SearchWords.none()), (done, all) -> {}).of(file(zip));
    assertEquals(List.of(), check.faults());
    String page = new String(bytes(zip, "index.html"), StandardCharsets.UTF_8);
    assertTrue(page.contains("<li>logs/first.txt</li>"), page);

    StoredZip twice = made(zip, "logs/held.txt");
    assertEquals(2, manifest(twice).getAsJsonArray("changes").size());
    assertTrue(
        ((Stage.Done) twice.stage())
            .outcome().orElseThrow().missing().stream()
                .anyMatch(one -> one.name().equals("logs/first.txt")));
  }

  @Test
  void wordsGoOutOfATextAndAreWrittenDownNowhere() throws Exception {
    StoredZip source = site.ended(site.take("a.zip").id());
    Edit edit = new Edit(List.of(), List.of(new Word("ONE", false)));
    ZipChange change =
        new ZipChange(Set.of(), Map.of("logs/first.txt", edit), false, Optional.empty());
    StoredZip zip = site.ended(taken(source, change).id());

    assertEquals("[taken out]\n", new String(bytes(zip, "logs/first.txt"), StandardCharsets.UTF_8));
    assertEquals(State.DONE, zip.state());
    assertTrue(
        ((Stage.Done) zip.stage())
            .outcome().orElseThrow().cut().stream()
                .anyMatch(one -> one.name().equals("logs/first.txt")));
    try (Stream<Path> files = Files.list(site.folder(zip.id()))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.toLowerCase(Locale.ROOT).contains("\"one\""), file.toString());
      }
    }
  }

  @Test
  void anUnknownEntryOrOneOfTheZipsOwnIsNotTakenOut() {
    StoredZip source = site.ended(site.take("a.zip").id());
    Answer answer = prune(source, cut("logs/none.txt", "manifest.json", "logs/first.txt"));

    assertEquals(
        List.of("logs/none.txt", "manifest.json"),
        assertInstanceOf(Answer.Unknown.class, answer).entries());
    assertEquals(1, stored.all().size());
  }

  private void assertFailed(StoredZip source, Trouble trouble, String... entries) {
    StoredZip zip = made(source, entries);
    assertEquals(trouble, assertInstanceOf(Stage.Failed.class, zip.stage()).trouble());
    assertOnlyTold(zip);
  }

  /** Nothing of what was written is left. */
  private void assertOnlyTold(StoredZip zip) {
    try (Stream<Path> files = Files.list(site.folder(zip.id()))) {
      assertEquals(List.of("job.json"), files.map(file -> file.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFullDiskOrStoreLeavesNothingHalf() throws IOException {
    StoredZip source = site.ended(site.take("a.zip").id());
    site.disk = new Room.Free(100 * Site.GIB, 4 * Site.GIB);
    Answer answer = prune(source, cut("logs/first.txt"));
    assertEquals(Trouble.DISK_FULL, assertInstanceOf(Answer.NoRoom.class, answer).trouble());
    site.disk = Site.PLENTY;
    AtomicInteger looks = new AtomicInteger();
    site.close();

    stored = site.start(new Room(5, Files.size(file(source)) + 1000, 2, folder -> site.disk));
    assertFailed(source, Trouble.STORE_FULL, "logs/first.txt");
    site.close();

    // Somebody else fills the disk between the order and the first megabyte.
    stored =
        site.start(
            new Room(
                5,
                Site.GIB,
                2,
                folder ->
                    looks.incrementAndGet() < 2
                        ? Site.PLENTY
                        : new Room.Free(100 * Site.GIB, 4 * Site.GIB)));
    assertFailed(source, Trouble.DISK_FULL, "logs/first.txt");
  }

  @Test
  void itsOwnSourceDoesNotMakeRoomForIt() {
    site.close();
    stored = site.start(new Room(1, Site.GIB, 2, folder -> site.disk));
    StoredZip source = site.ended(site.take("a.zip").id());

    Answer answer = prune(source, cut("logs/first.txt"));

    assertEquals(Trouble.STORE_FULL, assertInstanceOf(Answer.NoRoom.class, answer).trouble());
    assertTrue(stored.find(source.id()).isPresent());
  }

  @Test
  void anInterruptedOneHasNoManifestToTellOfIt() throws Exception {
    site.gate = new CountDownLatch(1);
    StoredZip running = site.take("a.zip");
    assertTrue(site.reached.await(10, TimeUnit.SECONDS));
    site.close();
    stored = site.start();
    StoredZip zip = stored.find(running.id()).orElseThrow();

    assertInstanceOf(Answer.NotThere.class, prune(zip, cut("logs/first.txt")));
  }

  @Test
  void aForgedFileIsRefused() throws IOException {
    StoredZip source = site.ended(site.take("a.zip").id());
    byte[] bytes = Files.readAllBytes(file(source));
    bytes[bytes.length - 10] ^= 1;
    Files.write(file(source), bytes);

    assertInstanceOf(Answer.NotThere.class, prune(source, cut("logs/first.txt")));
    assertEquals(1, stored.all().size());
  }

  /** Holds what is being changed where its writer asks for the disk. */
  private StoredZips held(CountDownLatch asked, CountDownLatch gate) {
    site.close();
    return site.start(
        new Room(
            5,
            Site.GIB,
            2,
            folder -> {
              if (Thread.currentThread().getName().startsWith("hearth-changes")) {
                asked.countDown();
                await(gate);
              }
              return site.disk;
            }));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSourceThatIsDeletedMeanwhileFailsIt() {
    StoredZip source = site.ended(site.take("a.zip").id());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    stored = held(asked, gate);
    StoredZip running = taken(source, cut("logs/first.txt"));
    StoredZip waiting = taken(source, cut("logs/held.txt"));
    await(asked);
    assertEquals(State.RUNNING, stored.find(running.id()).orElseThrow().state());
    assertEquals(State.QUEUED, stored.find(waiting.id()).orElseThrow().state());

    stored.delete(source.id());
    gate.countDown();

    for (StoredZip one : List.of(running, waiting)) {
      StoredZip zip = site.ended(one.id());
      assertEquals(
          Trouble.SOURCE_GONE, assertInstanceOf(Stage.Failed.class, zip.stage()).trouble());
      assertOnlyTold(zip);
    }
  }

  @Test
  void aSourceStaysWhileOneIsMadeOfIt() {
    StoredZip source = site.ended(site.take("a.zip").id());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    stored = held(asked, gate);
    StoredZip running = taken(source, cut("logs/first.txt"));
    await(asked);
    site.clock.now = site.clock.now.plus(StoredZip.KEPT).plusSeconds(60);
    stored.upkeep();
    assertTrue(stored.find(source.id()).isPresent());

    gate.countDown();
    site.ended(running.id());
    stored.upkeep();
    assertTrue(stored.find(source.id()).isEmpty());
  }

  @Test
  void itIsCancelledWaitingOrAtWorkAndMoreThanAFewDoNotWait() {
    StoredZip source = site.ended(site.take("a.zip").id());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    stored = held(asked, gate);
    StoredZip running = taken(source, cut("logs/first.txt"));
    await(asked);
    StoredZip waiting = taken(source, cut("logs/first.txt"));
    taken(source, cut("logs/first.txt"));
    assertEquals(
        2,
        assertInstanceOf(Answer.QueueFull.class, prune(source, cut("logs/first.txt"))).waiting());

    stored.cancel(waiting.id());
    stored.cancel(running.id());
    gate.countDown();

    assertEquals(State.CANCELLED, site.ended(waiting.id()).state());
    assertEquals(State.CANCELLED, site.ended(running.id()).state());
    assertOnlyTold(site.ended(running.id()));
  }

  @Test
  void itDoesNotWaitForACollection() throws Exception {
    StoredZip source = site.ended(site.take("a.zip").id());
    site.gate = new CountDownLatch(1);
    StoredZip collection = site.take("b.zip");

    assertEquals(State.DONE, made(source, "logs/first.txt").state());
    assertTrue(stored.find(collection.id()).orElseThrow().state().open());
    site.gate.countDown();
  }

  @Test
  void whatARestartInterruptedIsNotGoneOnWithAndNothingOfItIsLeft() throws InterruptedException {
    StoredZip source = site.ended(site.take("a.zip").id());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    stored = held(asked, gate);
    StoredZip running = taken(source, cut("logs/first.txt"));
    StoredZip waiting = taken(source, cut("logs/first.txt"));
    await(asked);
    Thread closing = new Thread(site::close);
    closing.start();
    while (closing.isAlive() && !toldAllToStop(closing)) {
      Thread.onSpinWait();
    }
    gate.countDown();
    closing.join();
    stored = site.start();

    for (StoredZip one : List.of(running, waiting)) {
      StoredZip zip = site.ended(one.id());
      assertEquals(
          Optional.empty(), assertInstanceOf(Stage.Interrupted.class, zip.stage()).content());
      assertOnlyTold(zip);
    }
  }

  /** The queue tells all in it to stop, and then waits for them. */
  private static boolean toldAllToStop(Thread closing) {
    List<StackTraceElement> stack = List.of(closing.getStackTrace());
    return stack.stream().anyMatch(frame -> frame.getMethodName().equals("awaitTermination"))
        && stack.stream().anyMatch(frame -> frame.getClassName().equals(WorkQueue.class.getName()));
  }

  private static void incompressible(OutputStream out) throws IOException {
    Random random = new Random(4711);
    for (int line = 0; line < 10_000; line++) {
      String text = new String(random.ints(90, ' ', '~').toArray(), 0, 90);
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }
}
