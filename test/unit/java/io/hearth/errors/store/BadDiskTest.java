package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.GroupId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that cannot be written, and files that are not what they should be. */
class BadDiskTest {

  @TempDir Path folder;
  private Nodes nodes;

  @BeforeEach
  void start() {
    nodes = new Nodes(folder);
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  private long total(int group) {
    return Nodes.find(nodes.archive("a").view(), Given.id(group))
        .map(StoredGroup::total)
        .orElse(0L);
  }

  /** A folder where the journal should be: works for root as well, who may write anything. */
  private Path obstacle() throws IOException {
    Path obstacle = folder.resolve("a/errors/journal-1.jsonl");
    Files.createDirectories(obstacle);
    return obstacle;
  }

  @Test
  void whileNothingCanBeWrittenErrorsAreCountedAndSeenAndOneLineIsLogged() throws IOException {
    nodes.store("a");
    Path obstacle = obstacle();
    for (int i = 0; i < 20; i++) {
      nodes.record("a", 7, i);
      assertFalse(nodes.store("a").flush());
    }
    assertEquals(20, total(7));
    assertEquals(1, nodes.warnings.size(), nodes.warnings.toString());
    assertTrue(nodes.store("a").failures() >= 20);

    Files.delete(obstacle);
    assertTrue(nodes.store("a").flush());
    assertEquals(20, total(7));
    nodes.store("a").close();
    nodes.forget("a");
    assertEquals(20, total(7));
    assertTrue(nodes.archive("a").samples(Given.id(7)).size() > 1);
  }

  @Test
  void whileNothingCanBeWrittenAFloodOfGroupsTakesBoundedMemory() throws IOException {
    StoreBounds small =
        new StoreBounds(1000, 1 << 20, 64 << 10, 1 << 20, 200 << 10, 10, Duration.ofDays(1));
    try (Nodes bounded = new Nodes(folder, small)) {
      bounded.store("a");
      obstacle();
      for (int i = 0; i < 20_000; i++) {
        bounded.record("a", i, i);
        bounded.clock.moveOn(Duration.ofMillis(10));
      }
      ErrorView view = bounded.archive("a").view();
      assertTrue(view.groups().size() < 1000, view.groups().size() + " groups");
      assertEquals(20_000, view.groups().stream().mapToLong(StoredGroup::total).sum());
      assertTrue(view.groups().stream().anyMatch(StoredGroup::overflow));
    }
  }

  @Test
  void whoDeletesTheFolderDeletesTheDataAndTheStoreGoesOn() throws IOException {
    nodes.record("a", 7, 1);
    nodes.store("a").flush();
    new io.hearth.store.PrivateFolder(folder.resolve("a")).delete();
    nodes.record("a", 7, 2);
    nodes.store("a").flush();
    assertEquals(0, total(7));
    nodes.record("a", 7, 3);
    assertEquals(1, total(7));
    assertEquals(List.of(), nodes.warnings);
  }

  @Test
  void aBrokenFileIsNamedAndTheOthersAreRead() throws IOException {
    for (int i = 0; i < 20; i++) {
      nodes.record("b", i, i);
    }
    nodes.store("b").flush();
    nodes.store("b").maintain();
    List<Path> files = Disk.files(folder.resolve("b/errors/groups"));
    Path secret = Files.writeString(folder.resolve("secret"), Files.readString(files.get(2)));
    Files.writeString(files.get(0), "<html>");
    Files.write(files.get(1), new byte[] {0, -1, -2, '\n', '{', '\n'});
    Files.delete(files.get(2));
    Files.createSymbolicLink(files.get(2), secret);
    Files.delete(files.get(3));
    Files.createDirectory(files.get(3));
    Files.writeString(folder.resolve("b/errors/journal-9.jsonl"), "{\"id\":\"x\"}\nnot JSON\n");
    Files.createSymbolicLink(folder.resolve("b/errors/journal-8.jsonl"), secret);
    Files.createSymbolicLink(folder.resolve("c"), folder.resolve("b"));
    Files.createDirectories(folder.resolve("b/errors/groups/../../x y/errors"));
    Files.writeString(folder.resolve("b/errors/groups/0000000000000000.json"), "{}");

    ErrorView view = nodes.archive("a").view();

    assertEquals(List.of("b"), view.nodes());
    List<String> skipped =
        files.subList(0, 4).stream().map(file -> "b/groups/" + file.getFileName()).toList();
    assertTrue(view.skipped().containsAll(skipped), view.skipped().toString());
    assertTrue(view.skipped().contains("b/journal-9.jsonl"), view.skipped().toString());
    assertEquals(5, view.skipped().size(), view.skipped().toString());
    assertTrue(view.groups().size() >= 20 - 4 * 2, view.groups().size() + " groups");
  }

  @Test
  void aHugeFileAndAnEndlessLineAreNotRead() throws IOException {
    nodes.record("b", 1, 1);
    nodes.store("b").flush();
    Path journal = folder.resolve("b/errors/journal-7.jsonl");
    Files.writeString(journal, "{\"id\":\"" + "1".repeat(3 << 20));
    Path shard = folder.resolve("b/errors/groups/00.jsonl");
    Files.createDirectories(shard.getParent());
    try (var file = new java.io.RandomAccessFile(shard.toFile(), "rw")) {
      file.setLength(1L << 32);
    }
    ErrorView view = nodes.archive("a").view();
    assertEquals(1, view.groups().size());
    assertEquals(List.of("b/groups/00.jsonl"), view.skipped());
  }

  @Test
  void numbersOfAStrangerThatAreNoCountsAreNotTaken() throws IOException {
    GroupId id = Given.id(1);
    String head = "\"head\":{\"rules\":1,\"title\":\"t\"}";
    String line = "{\"id\":\"" + id + "\",\"n\":%s,\"first\":1,\"last\":%s,%s," + head + "}\n";
    Files.createDirectories(folder.resolve("b/errors"));
    Files.writeString(
        folder.resolve("b/errors/journal-1.jsonl"),
        line.formatted("-5", "2", "\"hours\":[1,1]")
            + line.formatted("9223372036854775807", "2", "\"hours\":[1,1]")
            + line.formatted("1", "0", "\"hours\":[1,1]")
            + line.formatted("1", "2", "\"hours\":[1]")
            + line.formatted("1", "2", "\"hours\":[-1,1]")
            + line.formatted("1", "2", "\"browsers\":{\"x\":-1}")
            + line.formatted("1", "2", "\"browsers\":" + "[".repeat(500) + "]".repeat(500))
            + line.formatted("1", "2", "\"level\":null")
            + line.formatted("1", "2", "\"level\":\"error\""));
    assertEquals(1, nodes.archive("a").view().groups().get(0).total());
  }
}
