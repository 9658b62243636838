package io.hearth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.Texts;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Collectors;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.collectors.Scope;
import io.hearth.host.Host;
import io.hearth.host.Product;
import io.hearth.host.offline.OfflineHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {

  @TempDir private Path folder;
  private Path home;
  private Path out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void product() throws IOException {
    home = Files.createDirectories(folder.resolve("home/log")).getParent();
    Files.writeString(home.resolve("dbconfig.xml"), "<jdbc><password>s3cret</password></jdbc>\n");
    Files.writeString(home.resolve("log/atlassian-jira.log"), "2026-03-01 all is well\n");
    out = folder.resolve("support.zip");
  }

  @Test
  void aZipIsMadeFromTheFilesAndNothingIsLeftBesideIt() throws IOException {
    assertEquals(0, zip());

    try (ZipFile zip = new ZipFile(out.toFile())) {
      String log =
          new String(
              zip.getInputStream(zip.getEntry("product-logs/atlassian-jira.log")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertEquals("2026-03-01 all is well\n", log);
    }
    assertEquals(List.of("home", "support.zip"), left());
    assertTrue(printed().contains("support.zip"), printed());
    assertEquals("", complained(), "progress is for terminals");
  }

  @Test
  void onlyTheItemsNamedAreCollected() throws IOException {
    assertEquals(0, zip("--items", "configuration, product"));

    try (ZipFile zip = new ZipFile(out.toFile())) {
      assertFalse(zip.stream().anyMatch(entry -> entry.getName().startsWith("product-logs/")));
      assertTrue(zip.stream().anyMatch(entry -> entry.getName().startsWith("configuration/")));
    }
  }

  @Test
  void anExistingFileIsWrittenOverOnlyWhenForced() throws IOException {
    Files.writeString(out, "precious");

    assertEquals(2, zip());
    assertEquals("precious", Files.readString(out));
    assertEquals(0, zip("--force"));
    assertTrue(Files.size(out) > 100);
  }

  @Test
  void anExistingFileSurvivesACollectionThatFails() throws IOException {
    Files.writeString(out, "precious");
    Collector exhausting = collector(scope -> List.of(new Entry.Made("a", 1, o -> fail())));

    assertEquals(1, run(List.of(exhausting), arguments("--force")));
    assertEquals("precious", Files.readString(out));
    assertEquals(List.of("home", "support.zip"), left());
    assertTrue(complained().contains("as a test"), complained());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    out = folder.resolve("nowhere/support.zip");

    assertEquals(1, zip());
    assertTrue(complained().contains("nowhere"), complained());
    assertEquals(List.of("home"), left());
  }

  @Test
  void aHomeOfNoProductAsksForItsName() throws IOException {
    Files.delete(home.resolve("dbconfig.xml"));
    Files.delete(home.resolve("log/atlassian-jira.log"));

    assertEquals(2, zip());
    assertTrue(complained().contains("--product"), complained());
    assertEquals(0, zip("--product", "Jira"));
  }

  @Test
  void helpNamesEveryOptionAndItem() {
    assertEquals(0, run(Collectors.all(), "support-zip", "--help"));

    for (String word :
        List.of(
            "--home",
            "--install",
            "--out",
            "--product",
            "--items",
            "--max-bytes",
            "--since",
            "--from",
            "--to",
            "--max-time")) {
      assertTrue(printed().contains(word), word);
    }
    for (Collector collector : Collectors.all()) {
      assertTrue(printed().contains(collector.item().id()), collector.item().id());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--max-bytes,0,--max-bytes",
    "--max-bytes,12T,--max-bytes",
    "--max-bytes,999999999999999G,--max-bytes",
    "--since,7,--since",
    "--since,0d,--since",
    "--since,-1d,--since",
    "--from,yesterday,--from",
    "--from,2026-03-01,--from",
    "--to,2026-02-30T09:00,--to",
    "--max-time,5s,--max-time",
    "--max-time,2d,--max-time",
    "--items,product-log,product-log",
    "--items,'product,,jvm','--items'",
    "--product,fisheye,fisheye",
    "--install,/no/such/folder,--install",
    "--home,/no/such/folder,--home",
    "--frob,1,--frob",
  })
  void anArgumentThatDoesNotFitIsNamed(String option, String value, String named) {
    assertEquals(2, zip(option, value));
    assertTrue(complained().contains(named), complained());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "frob",
    "support-zip",
    "support-zip --home",
    "support-zip --home . --home . --out x.zip",
    "support-zip --out x.zip",
  })
  void anIncompleteCommandLineIsRefused(String line) {
    assertEquals(
        2, run(Collectors.all(), line.isEmpty() ? new String[0] : line.split(" ")), complained());
    assertTrue(complained().contains("--help"), complained());
  }

  private int zip(String... more) {
    return run(Collectors.all(), arguments(more));
  }

  private String[] arguments(String... more) {
    boolean homeGiven = List.of(more).contains("--home");
    return Stream.concat(
            homeGiven
                ? Stream.of("support-zip", "--out", out.toString())
                : Stream.of("support-zip", "--out", out.toString(), "--home", home.toString()),
            Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void aZipThatWasMadeHereVerifiesClean() {
    assertEquals(0, zip());
    assertEquals(0, run(Collectors.all(), "verify", out.toString(), "--home", home.toString()));
    assertTrue(printed().contains("Nothing found."), printed());
  }

  @Test
  void aLeakEndsWithOneAndIsToldWithoutItself() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(out))) {
      zip.putNextEntry(new ZipEntry("logs/a.log"));
      zip.write("fine\ndb.password=s3cr3tvalue\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(1, run(Collectors.all(), "verify", out.toString()));
    assertTrue(printed().contains("line 2: Passwords and secrets: s3… (11)"), printed());
    assertTrue(printed().contains("There is no manifest.json"), printed());
    assertFalse(printed().contains("s3cr3t"), printed());
  }

  @ParameterizedTest
  @CsvSource({
    "verify, verify needs the ZIP",
    "verify nowhere.zip, There is no file nowhere.zip",
    "verify {file} --out x, There is no option \"--out\"",
    "verify {file}, cannot be searched",
  })
  void whatCannotBeSearchedEndsWithTwo(String line, String why) throws IOException {
    Files.writeString(out, "no ZIP");
    String[] arguments = line.replace("{file}", out.toString()).split(" ");
    assertEquals(2, run(Collectors.all(), arguments));
    assertTrue(complained().contains(why), complained());
  }

  private int run(List<Collector> collectors, String... arguments) {
    return new Cli(
            new Cli.Ground(
                CliTest::host,
                collectors,
                BuiltInRedaction.standard(),
                Clock.systemUTC(),
                Texts.in(Locale.ENGLISH),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                false))
        .run(arguments);
  }

  private static Optional<Host> host(
      Path home, Optional<Path> install, Optional<Product.Kind> product) {
    return product.isPresent()
        ? Optional.of(OfflineHost.of(product.get(), home, install))
        : OfflineHost.detect(home, install).map(Host.class::cast);
  }

  private static Collector collector(Listing listing) {
    Item item = new Item("one", Set.of(Item.Preset.FULL), Set.of(), Item.Cost.NONE);
    return new Collector() {
      @Override
      public Item item() {
        return item;
      }

      @Override
      public List<Entry> entries(Scope scope) throws IOException {
        return listing.entries(scope);
      }
    };
  }

  @FunctionalInterface
  private interface Listing {
    List<Entry> entries(Scope scope) throws IOException;
  }

  /** Not an exception of one entry but the end of everything. */
  private static void fail() {
    throw new OutOfMemoryError("as a test");
  }

  private List<String> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
