package io.hearth.application.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.host.Layout;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

  private static final HostUser ADA = new HostUser("k1", "ada", "Ada", Optional.empty());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path shared;

  private AuditTrail trail(String node) {
    Host host =
        (Host)
            Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) ->
                    method.getName().equals("nodeId")
                        ? node
                        : new Layout(shared, shared, Optional.empty()));
    return new AuditTrail(host, CLOCK);
  }

  private Path folder(String node) {
    return shared.resolve("hearth/nodes").resolve(node);
  }

  private static JsonObject what(String name, Object value) {
    JsonObject what = new JsonObject();
    what.addProperty(name, value.toString());
    return what;
  }

  @Test
  void aLineTellsWhoDidWhatAndWhen() throws IOException {
    trail("node1").add(ADA, Deed.SUPPORT_CASE_OPENED, what("case", "c1"));
    assertEquals(
        "{\"at\":\"2026-03-01T12:00:00Z\",\"who\":\"ada\",\"key\":\"k1\","
            + "\"did\":\"support-case-opened\",\"case\":\"c1\"}\n",
        Files.readString(folder("node1").resolve("audit.jsonl")));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    trail("node1").add(ADA, Deed.FILE_PREVIEWED, what("file", "a.log"));
    Path file = folder("node1").resolve("audit.jsonl");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder("node1"))));
  }

  @Test
  void aNameCannotMakeALineOfItsOwn() throws IOException {
    trail("node1").add(ADA, Deed.FILE_PREVIEWED, what("file", "a\n{\"who\":\"eve\"}\r.log"));
    assertEquals(1, Files.readAllLines(folder("node1").resolve("audit.jsonl")).size());
  }

  @Test
  void writersAtTheSameTimeLoseAndMixNoLine() throws Exception {
    // Two trails of one node, as while an upgrade replaces the app, and one of another node.
    List<AuditTrail> trails = List.of(trail("node1"), trail("node1"), trail("node2"));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      int writer = n;
      writers.add(
          () -> {
            for (int line = 0; line < 200; line++) {
              String id = writer + "-" + line;
              trails.get(writer % 3).add(ADA, Deed.PSEUDONYM_LOOKED_UP, what("id", id));
            }
            return true;
          });
    }
    for (Future<Boolean> end : threads.invokeAll(writers)) {
      end.get();
    }
    threads.shutdown();
    Set<String> found = new HashSet<>();
    for (String node : List.of("node1", "node2")) {
      for (String line : Files.readAllLines(folder(node).resolve("audit.jsonl"))) {
        found.add(JsonParser.parseString(line).getAsJsonObject().get("id").getAsString());
      }
    }
    assertEquals(1200, found.size());
  }

  @Test
  void itIsBoundedAndKeepsTheNewest() throws IOException {
    AuditTrail trail = trail("node1");
    String long1 = "x".repeat(200_000);
    for (int n = 0; n < 60; n++) {
      trail.add(ADA, Deed.FILE_PREVIEWED, what("file", n + long1));
    }
    try (Stream<Path> files = Files.list(folder("node1"))) {
      List<Path> all = files.sorted().toList();
      assertEquals(AuditTrail.KEPT + 1, all.size(), all::toString);
      for (Path file : all) {
        assertTrue(Files.size(file) < AuditTrail.FULL + 300_000, file::toString);
      }
    }
    assertTrue(Files.readString(folder("node1").resolve("audit.jsonl")).contains("\"59xxx"));
  }
}
