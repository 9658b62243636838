package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.GroupId;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves, and what comes of it. */
class JournalTest {

  @TempDir Path folder;

  private static Map<GroupId, Long> totals(Nodes nodes) {
    return nodes.archive("a").view().groups().stream()
        .collect(Collectors.toMap(StoredGroup::id, StoredGroup::total));
  }

  /** Three flushes of three groups; the content of the journal after each. */
  private List<byte[]> threeFlushes(Path at) throws IOException {
    List<byte[]> journals = new ArrayList<>();
    try (Nodes nodes = new Nodes(at)) {
      nodes.store("a").maintain();
      for (int flush = 0; flush < 3; flush++) {
        for (int group = 0; group < 3; group++) {
          nodes.record("a", group, 10 * flush + group);
        }
        nodes.store("a").flush();
        journals.add(Files.readAllBytes(journal(at)));
      }
    }
    return journals;
  }

  private static Path journal(Path at) throws IOException {
    return Disk.files(at).stream()
        .filter(file -> file.getFileName().toString().startsWith("journal-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aJournalThatIsCutAnywhereLosesItsLastIntervalAtMost() throws IOException {
    List<byte[]> journals = threeFlushes(folder.resolve("whole"));
    byte[] whole = journals.get(2);
    for (int cut = 0; cut <= whole.length; cut += cut < 600 ? 1 : 7) {
      Path at = folder.resolve("cut" + cut);
      Files.createDirectories(at.resolve("a/errors"));
      Files.write(at.resolve("a/errors/journal-1.jsonl"), Arrays.copyOf(whole, cut));
      int flushed = 0;
      while (flushed < 3 && cut >= journals.get(flushed).length) {
        flushed++;
      }
      try (Nodes nodes = new Nodes(at)) {
        for (int group = 0; group < 3; group++) {
          long total = totals(nodes).getOrDefault(Given.id(group), 0L);
          assertTrue(total >= flushed && total <= 3, "cut at " + cut + ": " + total);
        }
        nodes.store("a").maintain();
        nodes.record("a", 0, 50);
        assertTrue(totals(nodes).get(Given.id(0)) > flushed, "cut at " + cut);
        assertEquals(List.of(), nodes.warnings);
      }
      new PrivateFolder(at).delete();
    }
  }

  /** A crash between a snapshot and the deletion of its journal: the journal is there again. */
  @Test
  void aJournalThatIsReadTwiceCountsOnce() throws IOException {
    List<byte[]> journals = threeFlushes(folder);
    Path journal = journal(folder);
    for (int crash = 0; crash < 3; crash++) {
      Files.write(journal, journals.get(2));
      try (Nodes nodes = new Nodes(folder)) {
        nodes.store("a").maintain();
        assertEquals(3, totals(nodes).get(Given.id(0)));
        assertEquals(3, nodes.archive("a").samples(Given.id(0)).size());
      }
      assertFalse(Files.exists(journal));
    }
  }

  /** A crash in the middle of compaction: some files include the journal, others do not yet. */
  @Test
  void aCompactionThatWasBrokenOffIsFinishedByTheNextStart() throws IOException {
    List<byte[]> journals = threeFlushes(folder);
    Path journal = journal(folder);
    Map<Path, byte[]> before = new HashMap<>();
    try (Nodes nodes = new Nodes(folder)) {
      nodes.store("a").maintain();
    }
    for (Path file : Disk.files(folder.resolve("a/errors/groups"))) {
      before.put(file, Files.readAllBytes(file));
    }
    for (Path missing : before.keySet()) {
      Files.delete(missing);
      Files.write(journal, journals.get(2));
      try (Nodes nodes = new Nodes(folder)) {
        assertEquals(Map.of(Given.id(0), 3L, Given.id(1), 3L, Given.id(2), 3L), totals(nodes));
        nodes.store("a").maintain();
        assertEquals(Map.of(Given.id(0), 3L, Given.id(1), 3L, Given.id(2), 3L), totals(nodes));
      }
    }
  }

  @Test
  void aHotGroupDoesNotLetItsJournalGrow() throws IOException {
    try (Nodes nodes = new Nodes(folder)) {
      long most = 0;
      for (int second = 0; second < 2000; second++) {
        nodes.record("a", 7, second);
        nodes.store("a").flush();
        if (second % 2 == 0) {
          nodes.store("a").maintain();
        }
        most = Math.max(most, Disk.bytes(folder));
        nodes.clock.moveOn(Duration.ofSeconds(1));
      }
      assertEquals(2000, totals(nodes).get(Given.id(7)));
      assertTrue(most <= 64 << 10, most + " bytes");
    }
  }
}
