package io.hearth.collections;

import static io.hearth.collections.Site.GIB;
import static io.hearth.collections.Site.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.application.NodeShare;
import io.hearth.application.NodeShare.Absence;
import io.hearth.collectors.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes, each with threads of its own, over one shared home. */
@Timeout(90)
class GatheringTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofMillis(50),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofMillis(20));

  @TempDir Path home;
  private final List<Site> sites = new ArrayList<>();

  private Site site(String node) {
    Site site = new Site(home, node);
    site.patience = SHORT;
    sites.add(site);
    return site;
  }

  private Site started(String node) {
    Site site = site(node);
    site.start();
    return site;
  }

  @AfterEach
  void closeAll() {
    sites.forEach(Site::close);
  }

  private static Entry.FromFile log(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Entry.FromFile(
        name,
        Path.of("/var/jira/" + name),
        bytes.length,
        Instant.EPOCH,
        false,
        () -> new ByteArrayInputStream(bytes));
  }

  private StoredZip gathered(Site leader, String... others) {
    StoredZip zip = leader.gather(true, List.of(others), Duration.ofSeconds(30));
    return leader.ended(zip.id());
  }

  private static NodeShare share(StoredZip zip, String node) {
    return zip.nodes().stream().filter(one -> one.node().equals(node)).findFirst().orElseThrow();
  }

  private static Optional<Absence> absence(StoredZip zip, String node) {
    return share(zip, node).absence();
  }

  private Path file(StoredZip zip) {
    return home.resolve("hearth/zips").resolve(zip.id()).resolve("support.zip");
  }

  private Map<String, String> texts(StoredZip zip) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipFile file = new ZipFile(file(zip).toFile())) {
      for (var entry : file.stream().toList()) {
        texts.put(
            entry.getName(),
            new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static JsonObject manifest(Map<String, String> texts) {
    return JsonParser.parseString(texts.get("manifest.json")).getAsJsonObject();
  }

  private void assertNothingIsLeft() {
    Path exchange = home.resolve("hearth/cluster/collections");
    until(() -> files(exchange, path -> true).size() <= 1);
  }

  private static List<Path> files(Path below, Predicate<Path> wanted) {
    if (!Files.exists(below)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(below)) {
      return found.filter(wanted).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of(below, below);
    }
  }

  private static String pseudonym(String text, String behind) {
    Matcher found = Pattern.compile(Pattern.quote(behind) + "(\\S+)").matcher(text);
    assertTrue(found.find(), text);
    return found.group(1);
  }

  @Test
  void aNameThatOneNodeLearnedIsReplacedOnAllAndByTheSameWord() throws Exception {
    Site one = site("node1");
    Site two = site("node2");
    Site three = site("node3");
    one.entries.add(log("a.log", "login username=mlovelace ok\n"));
    two.entries.add(log("a.log", "the words mlovelace stands in\n"));
    three.entries.add(log("a.log", "and mlovelace here, and username=cbabbage\n"));
    one.entries.add(log("b.log", "of cbabbage there\n"));
    sites.forEach(Site::start);

    StoredZip zip = gathered(one, "node2", "node3");

    assertEquals(
        State.DONE, zip.state(), () -> sites.stream().map(s -> s.failures).toList().toString());
    Map<String, String> texts = texts(zip);
    String first = texts.get("nodes/node1/logs/a.log");
    String lovelace = pseudonym(first, "username=");
    assertFalse(lovelace.contains("lovelace"));
    assertTrue(texts.get("nodes/node2/logs/a.log").contains(lovelace), texts::toString);
    assertTrue(texts.get("nodes/node3/logs/a.log").contains(lovelace), texts::toString);
    String babbage = pseudonym(texts.get("nodes/node3/logs/a.log"), "username=");
    assertTrue(texts.get("nodes/node1/logs/b.log").contains(babbage), texts::toString);
    texts.forEach(
        (name, text) -> {
          assertFalse(text.contains("mlovelace"), name);
          assertFalse(text.contains("cbabbage"), name);
        });
    JsonObject manifest = manifest(texts);
    assertEquals(4, manifest.getAsJsonArray("nodes").size());
    assertEquals(
        texts.keySet().stream().filter(name -> !name.matches("manifest.json|index.html")).toList(),
        manifest.getAsJsonArray("entries").asList().stream()
            .map(entry -> entry.getAsJsonObject().get("name").getAsString())
            .sorted()
            .toList());
    assertEquals(
        4,
        manifest.getAsJsonObject("redaction").getAsJsonObject("learning").get("files").getAsInt());
    assertEquals(Optional.of(Absence.NOT_RUNNING), absence(zip, "gone"));
    assertEquals(NodeShare.State.GATHERED, share(zip, "node3").state());
    // What stands for whom is known of all nodes.
    String table = Files.readString(files(home, path -> path.toString().endsWith(".jsonl")).get(0));
    assertTrue(table.contains("cbabbage") && table.contains("mlovelace"), table);
    assertNothingIsLeft();
  }

  @Test
  void theKeyIsReadOnceAndAllThatIsExchangedIsThePrivateMatterOfTheProductsAccount()
      throws Exception {
    Site one = started("node1");
    Site two = site("node2");
    two.gate = new CountDownLatch(1);
    two.start();
    StoredZip zip = one.gather(true, List.of("node2"), Duration.ofSeconds(30));
    assertTrue(two.reached.await(20, TimeUnit.SECONDS));

    Path exchange = home.resolve("hearth/cluster/collections").resolve(zip.id());
    assertEquals(List.of(), files(exchange, path -> path.endsWith("secret.json")));
    for (Path path : files(home.resolve("hearth/cluster"), path -> true)) {
      String may = Files.getPosixFilePermissions(path).toString();
      assertFalse(may.contains("GROUP") || may.contains("OTHERS"), path + " " + may);
    }
    two.gate.countDown();
    assertEquals(State.DONE, one.ended(zip.id()).state());
    assertNothingIsLeft();
  }

  @Test
  void aNodeThatIsDownSlowOrHasNoRoomIsLeftOutAndTheNextZipHasAll() throws Exception {
    Site one = started("node1");
    Site slow = site("node2");
    slow.gate = new CountDownLatch(1);
    Site full = site("node3");
    full.disk = new Room.Free(100 * GIB, GIB);
    slow.start();
    full.start();
    StoredZip zip = one.gather(true, List.of("node2", "node3", "node4"), Duration.ofSeconds(2));

    StoredZip ended = one.ended(zip.id());

    assertEquals(State.DONE, ended.state());
    assertEquals(Optional.of(Absence.SLOW), absence(ended, "node2"));
    assertEquals(Optional.of(Absence.NO_ROOM), absence(ended, "node3"));
    assertEquals(Optional.of(Absence.SILENT), absence(ended, "node4"));
    Map<String, String> texts = texts(ended);
    assertTrue(texts.containsKey("nodes/node1/logs/first.txt"));
    assertTrue(manifest(texts).toString().contains("\"reason\":\"no-room\""));
    assertTrue(texts.get("index.html").contains("It was not ready in time."));
    slow.gate.countDown();
    full.disk = Site.PLENTY;
    StoredZip next = gathered(one, "node2", "node3");
    assertEquals(Optional.empty(), absence(next, "node2"));
    assertEquals(Optional.empty(), absence(next, "node3"));
    assertNothingIsLeft();
  }

  @Test
  void cancellingReachesTheOthers() throws Exception {
    Site one = started("node1");
    Site two = site("node2");
    two.gate = new CountDownLatch(1);
    two.start();
    StoredZip zip = one.gather(true, List.of("node2"), Duration.ofSeconds(30));
    assertTrue(two.reached.await(20, TimeUnit.SECONDS));

    one.stored().cancel(zip.id());

    assertEquals(State.CANCELLED, one.ended(zip.id()).state());
    until(() -> two.zips().progress(zip.id() + "-part").orElseThrow().outcome().isEmpty());
    assertNothingIsLeft();
    two.gate.countDown();
    assertEquals(State.DONE, gathered(two, "node1").state());
  }

  @Test
  void clocksThatDifferAreMeasured() {
    Site one = started("node1");
    Site two = site("node2");
    two.clock.now = one.clock.now.plusSeconds(90);
    two.start();

    StoredZip zip = gathered(one, "node2");

    assertEquals(Optional.of(Duration.ofSeconds(90)), share(zip, "node2").clockAhead());
  }

  @Test
  void aNodeThatIsNotAskedForItsOwnPartLeadsAllTheSame() throws Exception {
    Site one = started("node1");
    started("node2");
    StoredZip zip = one.ended(one.gather(false, List.of("node2"), Duration.ofSeconds(30)).id());

    assertEquals(State.DONE, zip.state());
    Map<String, String> texts = texts(zip);
    assertTrue(texts.containsKey("nodes/node2/logs/first.txt"), texts::toString);
    assertFalse(texts.containsKey("nodes/node1/logs/first.txt"));
    assertEquals(List.of("node2", "gone"), zip.nodes().stream().map(NodeShare::node).toList());
  }

  @Test
  void twoThatLeadAtOnceTakeTurns() {
    Site one = started("node1");
    Site two = started("node2");
    StoredZip first = one.gather(true, List.of("node2"), Duration.ofSeconds(30));
    StoredZip second = two.gather(true, List.of("node1"), Duration.ofSeconds(30));

    assertEquals(Optional.empty(), absence(one.ended(first.id()), "node2"));
    assertEquals(Optional.empty(), absence(two.ended(second.id()), "node1"));
  }

  @Test
  void aPartThatIsBrokenOrLeadsOutIsRefusedAndNothingOfItIsTaken() throws Exception {
    for (Damage damage : Damage.values()) {
      Site one = site("lead-" + damage.ordinal());
      one.gate = new CountDownLatch(1);
      one.start();
      Site two = started("part-" + damage.ordinal());
      String node = two.product.node;
      StoredZip zip = one.gather(true, List.of(node), Duration.ofSeconds(30));
      until(
          () ->
              share(one.stored().find(zip.id()).orElseThrow(), node).state()
                  == NodeShare.State.READY);
      Path folder = home.resolve("hearth/cluster/collections").resolve(zip.id()).resolve(node);
      damage.done(folder);
      one.gate.countDown();

      StoredZip ended = one.ended(zip.id());

      assertEquals(State.DONE, ended.state(), damage.name());
      assertEquals(Optional.of(Absence.BROKEN), absence(ended, node), damage.name());
      assertEquals(
          List.of(),
          texts(ended).keySet().stream().filter(name -> name.contains("/part")).toList());
      assertNothingIsLeft();
    }
  }

  private enum Damage {
    CUT("support.zip"),
    FLIPPED("support.zip"),
    OTHER_NAMES("entries.jsonl"),
    NAMES_THAT_LEAD_OUT("entries.jsonl"),
    NOTHING_TOLD("entries.jsonl"),
    NO_ROWS("rows.jsonl");

    private final String name;

    Damage(String name) {
      this.name = name;
    }

    void done(Path folder) throws IOException {
      Path file = folder.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        case FLIPPED -> {
          bytes[60] ^= 1;
          Files.write(file, bytes);
        }
        case OTHER_NAMES -> Files.writeString(file, Files.readString(file).replace("held", "hold"));
        case NAMES_THAT_LEAD_OUT ->
            Files.writeString(
                file, Files.readString(file).replaceAll("nodes/[^/]+/logs", "../../x"));
        case NOTHING_TOLD -> Files.write(file, new byte[0]);
        case NO_ROWS -> Files.delete(file);
      }
    }
  }

  @Test
  void whatADeadNodeLeftWithoutAnOrderGoes() throws Exception {
    Path left = home.resolve("hearth/cluster/collections/5b7e1c9a-0000-4000-8000-000000000001");
    Files.createDirectories(left.resolve("node2"));
    Files.writeString(left.resolve("node2").resolve("secret.json"), "{}");
    Files.writeString(left.resolve("words.bin"), "half");

    started("node1");

    assertNothingIsLeft();
  }
}
