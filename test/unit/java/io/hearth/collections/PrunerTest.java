package io.hearth.collections;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.Texts;
import io.hearth.collections.Pruner.Answer;
import io.hearth.collectors.Entry;
import io.hearth.host.HostUser;
import io.hearth.verify.LeakSearch;
import io.hearth.verify.SearchWords;
import io.hearth.verify.ZipCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrunerTest {

  private static final HostUser BOB = new HostUser("key", "bob", "Bob", Optional.empty());

  @TempDir Path home;
  private Site site;
  private StoredZips stored;

  @BeforeEach
  void start() {
    site = new Site(home, "node1");
    site.entries.add(new Entry.Made("large.txt", 1 << 20, PrunerTest::incompressible));
    stored = site.start();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static Pruner.Cut cut(String... entries) {
    return new Pruner.Cut(Set.of(entries), Optional.of("Bob B."), BOB, Texts.in(Locale.ENGLISH));
  }

  private StoredZip made(StoredZip source, String... entries) {
    return assertInstanceOf(Answer.Made.class, stored.prune(source, cut(entries))).zip();
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
  void anUnknownEntryOrOneOfTheZipsOwnIsNotTakenOut() {
    StoredZip source = site.ended(site.take("a.zip").id());
    Answer answer = stored.prune(source, cut("logs/none.txt", "manifest.json", "logs/first.txt"));

    assertEquals(
        List.of("logs/none.txt", "manifest.json"),
        assertInstanceOf(Answer.Unknown.class, answer).entries());
    assertEquals(1, stored.all().size());
  }

  @Test
  void aFullDiskOrStoreLeavesNothingHalf() throws IOException {
    StoredZip source = site.ended(site.take("a.zip").id());
    site.disk = new Room.Free(100 * Site.GIB, 4 * Site.GIB);
    Answer answer = stored.prune(source, cut("logs/first.txt"));
    assertEquals(Trouble.DISK_FULL, assertInstanceOf(Answer.NoRoom.class, answer).trouble());
    site.disk = Site.PLENTY;
    site.close();

    stored = site.start(new Room(5, Files.size(file(source)) + 1000, 2, folder -> site.disk));
    answer = stored.prune(source, cut("logs/first.txt"));
    assertEquals(Trouble.STORE_FULL, assertInstanceOf(Answer.NoRoom.class, answer).trouble());
    try (Stream<Path> folders = Files.list(home.resolve("hearth/zips"))) {
      assertEquals(1, folders.count());
    }
  }

  @Test
  void itsOwnSourceDoesNotMakeRoomForIt() {
    site.close();
    stored = site.start(new Room(1, Site.GIB, 2, folder -> site.disk));
    StoredZip source = site.ended(site.take("a.zip").id());

    Answer answer = stored.prune(source, cut("logs/first.txt"));

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

    assertInstanceOf(Answer.NotThere.class, stored.prune(zip, cut("logs/first.txt")));
  }

  @Test
  void aForgedFileIsRefused() throws IOException {
    StoredZip source = site.ended(site.take("a.zip").id());
    byte[] bytes = Files.readAllBytes(file(source));
    bytes[bytes.length - 10] ^= 1;
    Files.write(file(source), bytes);

    assertInstanceOf(Answer.NotThere.class, stored.prune(source, cut("logs/first.txt")));
    assertEquals(1, stored.all().size());
  }

  @Test
  void twoAtOnceAreConsistent() throws Exception {
    StoredZip source = site.ended(site.take("a.zip").id());
    List<Answer> answers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      Thread thread =
          new Thread(
              () -> {
                Answer answer = stored.prune(source, cut("logs/first.txt"));
                synchronized (answers) {
                  answers.add(answer);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    long made = answers.stream().filter(Answer.Made.class::isInstance).count();
    assertTrue(made >= 1);
    assertEquals(1 + made, stored.all().size());
    assertTrue(
        answers.stream().allMatch(one -> one instanceof Answer.Made || one instanceof Answer.Busy));
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
