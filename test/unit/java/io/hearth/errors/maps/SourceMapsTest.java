package io.hearth.errors.maps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.maps.NotASourceMap.Why;
import io.hearth.host.TestProduct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMapsTest {

  private static final String APP = "com.example.app";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path home;
  private TestProduct product;
  private SourceMaps maps;

  @BeforeEach
  void start() {
    product = new TestProduct(home);
    maps = new SourceMaps(product, CLOCK);
  }

  private static String map(String name) {
    return "{\"version\":3,\"sources\":[\"" + name + "\"],\"names\":[],\"mappings\":\"AAAA\"}";
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private String found(String file, String release) throws IOException {
    Optional<InputStream> content = maps.content(APP, file, release);
    return content.isEmpty() ? "none" : new String(content.get().readAllBytes(), UTF_8);
  }

  @Test
  void theMapOfTheReleaseIsTakenBeforeOneForAny() throws Exception {
    maps.add(APP, "app.js", "", bytes(map("any")));
    maps.add(APP, "app.js", "2.0", bytes(map("two")));
    assertEquals(map("two"), found("js/app.js", "2.0"));
    assertEquals(map("any"), found("js/app.js", "1.0"));
    assertEquals("none", found("js/other.js", "2.0"));
    assertTrue(maps.content("com.example.stranger", "app.js", "2.0").isEmpty());
  }

  @Test
  void anotherMapForTheSameScriptAndReleaseTakesItsPlace() throws Exception {
    maps.add(APP, "app.js", "2.0", bytes(map("old")));
    maps.add(APP, "app.js", "2.0", bytes(map("new")));
    assertEquals(1, maps.all().size());
    assertEquals(map("new"), found("app.js", "2.0"));
  }

  @Test
  void deletedMapsLeaveNoFile() throws Exception {
    String id = maps.add(APP, "app.js", "", bytes(map("any"))).id();
    assertTrue(maps.delete(id));
    try (var left = Files.list(home.resolve("hearth/source-maps"))) {
      assertEquals(0, left.count());
    }
    assertEquals("none", found("app.js", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_JSON      | not json",
        "NO_JSON      | []",
        "NO_JSON      | {\"version\":3,\"mappings\":\"AA",
        "NO_VERSION_3 | {\"version\":2,\"mappings\":\"\"}",
        "NO_VERSION_3 | {\"mappings\":\"\"}",
        "NO_MAPPINGS  | {\"version\":3}",
        "NO_MAPPINGS  | {\"version\":3,\"mappings\":[]}",
      })
  void whatIsNoSourceMapIsRefusedAndLeavesNothing(Why why, String text) throws IOException {
    NotASourceMap refused =
        assertThrows(NotASourceMap.class, () -> maps.add(APP, "app.js", "", bytes(text)));
    assertEquals(why, refused.why());
    try (var left = Files.list(home.resolve("hearth/source-maps"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aMapThatIsTooLargeIsRefused() {
    byte[] filler = new byte[SourceMaps.MOST_BYTES_OF_ONE + 1];
    Arrays.fill(filler, (byte) ' ');
    NotASourceMap refused =
        assertThrows(
            NotASourceMap.class,
            () -> maps.add(APP, "app.js", "", new ByteArrayInputStream(filler)));
    assertEquals(Why.TOO_LARGE, refused.why());
  }

  @Test
  void theMapThatTheScriptNamesIsTakenFromTheJar() throws IOException {
    product.appFiles.put(
        APP + "/js/app.js", "f()\n//# sourceMappingURL=../maps/a.map\n".getBytes(UTF_8));
    product.appFiles.put(APP + "/maps/a.map", map("named").getBytes(UTF_8));
    product.appFiles.put(APP + "/js/app.js.map", map("beside").getBytes(UTF_8));
    assertEquals(map("named"), found("js/app.js", ""));
  }

  @Test
  void theMapBesideTheScriptIsTakenFromTheJar() throws IOException {
    product.appFiles.put(APP + "/js/app.js.map", map("beside").getBytes(UTF_8));
    assertEquals(map("beside"), found("js/app.js", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/etc/passwd", "https://other.example/a.js", "a\\..\\b.js"})
  void noPathLeadsOutOfTheJar(String file) {
    assertTrue(AppScripts.inside("js/", file).filter(path -> path.contains("..")).isEmpty());
    assertTrue(maps.content(APP, file, "").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "", "0123456789abcdef", "0123456789abcde/"})
  void unknownIdsDeleteNothing(String id) throws Exception {
    maps.add(APP, "app.js", "", bytes(map("any")));
    assertEquals(false, maps.delete(id));
    assertEquals(1, maps.all().size());
  }
}
