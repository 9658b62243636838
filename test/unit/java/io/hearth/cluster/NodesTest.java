package io.hearth.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.host.MovedClock;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {

  @TempDir Path home;
  private final MovedClock clock = new MovedClock();
  private long nanos;

  private Nodes node(String name) {
    return new Nodes(() -> PrivateFolder.nodesIn(home), () -> name, clock, () -> nanos);
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void aNodeThatBeatsRunsAndOneThatStopsBeatingIsSilentAfterTenMinutes() {
    Nodes a = node("a");
    Nodes b = node("b");
    a.beat();
    b.beat();
    assertEquals(List.of("b"), a.running());
    passes(Duration.ofMinutes(9));
    assertEquals(List.of("b"), a.running());
    assertEquals(List.of(), a.silent());
    b.beat();
    a.beat();
    passes(Duration.ofMinutes(9));
    assertEquals(List.of(), a.silent());
    passes(Duration.ofMinutes(2));
    assertEquals(List.of("b"), a.silent());
    assertEquals(List.of(), a.running());
    b.beat();
    assertEquals(List.of("b"), a.running());
  }

  @Test
  void aNodeThatStopsIsSilentAtOnce() {
    Nodes a = node("a");
    Nodes b = node("b");
    b.beat();
    a.beat();
    b.stop();
    assertEquals(List.of("b"), a.silent());
  }

  @Test
  void aClockThatJumpsMakesNoNodeSilent() {
    Nodes a = node("a");
    Nodes b = node("b");
    a.beat();
    b.beat();
    assertEquals(List.of("b"), a.running());
    clock.now = clock.now.plus(Duration.ofDays(400));
    assertEquals(List.of("b"), a.running());
    clock.now = clock.now.minus(Duration.ofDays(800));
    assertEquals(List.of(), a.silent());
  }

  @Test
  void clocksThatDifferAreNoticed() {
    Nodes a = node("a");
    Nodes b = node("b");
    b.beat();
    a.beat();
    assertEquals(Duration.ZERO, a.clocksDiffer());
    clock.now = clock.now.plus(Duration.ofHours(5));
    b.beat();
    clock.now = clock.now.minus(Duration.ofHours(5));
    a.beat();
    assertEquals(Duration.ofHours(5), a.clocksDiffer());
  }

  @Test
  void whatIsNoFolderOfANodeIsNone() throws IOException {
    Nodes a = node("a");
    a.beat();
    Path nodes = home.resolve("hearth/nodes");
    Files.createDirectory(nodes.resolve(".hidden"));
    Files.createDirectory(nodes.resolve("two words"));
    Files.writeString(nodes.resolve("file"), "");
    Files.createSymbolicLink(nodes.resolve("link"), home);
    Path broken = Files.createDirectory(nodes.resolve("broken"));
    Files.writeString(broken.resolve(Nodes.FILE), "{\"beat\":");
    assertEquals(List.of("a", "broken"), a.names());
    assertEquals(List.of(), a.running());
    passes(Duration.ofMinutes(11));
    assertTrue(a.silent().contains("broken"));
  }
}
