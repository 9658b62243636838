package io.hearth.errors.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.Frame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a million errors take on the disk, and whose samples they cost. */
class BoundsTest {

  private static final int MANY = 1_000_000;
  private static final long MB = 1_000_000;

  @TempDir Path folder;
  private Nodes nodes;

  @BeforeEach
  void start() {
    StoreBounds usual = StoreBounds.DEFAULT;
    nodes =
        new Nodes(
            folder,
            new StoreBounds(
                usual.groups(),
                usual.bytes(),
                usual.groupBytes(),
                usual.journalBytes(),
                usual.pendingBytes(),
                usual.samples(),
                Duration.ofDays(1)));
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  /** At ten thousand a second, with a flush each second; the most that was on the disk. */
  private long record(int events, int groups) throws Exception {
    Random random = new Random(7);
    ErrorEvent one = Given.event(1, Given.START);
    long most = 0;
    for (int i = 0; i < events; i++) {
      int group = groups == 1 ? 0 : random.nextInt(groups);
      ErrorEvent event = i % 64 == 0 ? Given.event(i, nodes.clock.instant()) : one;
      one = event;
      nodes
          .store("a")
          .record(
              Given.group(group),
              event,
              OptionalLong.of(i % 5000),
              Given.scrubbed(Given.group(group), event));
      if (i % 10 == 0) {
        nodes.clock.moveOn(Duration.ofMillis(1));
      }
      if (i % 10_000 == 9_999) {
        nodes.store("a").flush();
        nodes.store("a").maintain();
        most = Math.max(most, Disk.bytes(folder));
      }
    }
    return most;
  }

  private long total() {
    return nodes.archive("a").view().groups().stream().mapToLong(StoredGroup::total).sum();
  }

  @Test
  void aMillionErrorsInFiftyGroupsTakeTwentyMegabytes() throws Exception {
    long most = record(MANY, 50);
    assertTrue(most <= 20 * MB, most + " bytes");
    assertEquals(MANY, total());
  }

  @Test
  void aMillionErrorsInTenThousandGroupsTakeAHundredMegabytes() throws Exception {
    long most = record(MANY, 10_000);
    assertTrue(most <= 100 * MB, most + " bytes");
    assertEquals(MANY, total());
    assertEquals(10_000, nodes.archive("a").view().groups().size());
  }

  @Test
  void aFloodOfOneErrorTakes64KilobytesAndCostsNoOtherGroupASample() throws Exception {
    for (int group = 1; group < 20; group++) {
      for (int i = 0; i < 5; i++) {
        nodes.record("a", group, 100 * group + i);
      }
    }
    nodes.store("a").flush();
    nodes.store("a").maintain();
    long before = Disk.bytes(folder);
    List<StoredSample> samples = nodes.archive("a").samples(Given.id(5));
    assertTrue(samples.size() > 1, samples.size() + " samples");

    long most = record(MANY, 1);

    assertTrue(most - before <= 64 << 10, (most - before) + " bytes");
    assertEquals(samples, nodes.archive("a").samples(Given.id(5)));
    assertEquals(MANY, Nodes.find(nodes.archive("a").view(), Given.id(0)).orElseThrow().total());
    assertTrue(nodes.archive("a").samples(Given.id(0)).size() >= samples.size());
  }

  @Test
  void theLargestEventsStayWithinTheBoundOfTheirGroup() throws Exception {
    Frame huge =
        new Frame(
            "f".repeat(200), "é".repeat(500), "m".repeat(300), 1, 1, true, "\u0001".repeat(400));
    List<Frame> frames = Collections.nCopies(50, huge);
    long most = 0;
    for (int i = 0; i < 400; i++) {
      ErrorEvent event = Given.event(i, nodes.clock.instant(), frames);
      nodes
          .store("a")
          .record(
              Given.group(1), event, OptionalLong.empty(), Given.scrubbed(Given.group(1), event));
      nodes.clock.moveOn(Duration.ofHours(1));
      nodes.store("a").flush();
      nodes.store("a").maintain();
      most = Math.max(most, Disk.bytes(folder));
    }
    assertTrue(most <= 64 << 10, most + " bytes");
    assertTrue(nodes.archive("a").samples(Given.id(1)).size() > 1);
  }

  @Test
  void whenThereIsNoRoomOldRareGroupsGoFirst() throws Exception {
    StoreBounds small =
        new StoreBounds(1000, 400 << 10, 64 << 10, 64 << 10, 2 << 20, 10, Duration.ofDays(1));
    try (Nodes bounded = new Nodes(folder, small)) {
      for (int i = 0; i < 100; i++) {
        bounded.record("a", 1, i);
      }
      for (int group = 2; group < 900; group++) {
        bounded.record("a", group, group);
        bounded.clock.moveOn(Duration.ofHours(1));
        bounded.store("a").flush();
        bounded.store("a").maintain();
        assertTrue(Disk.bytes(folder) <= 3 * small.bytes(), "at group " + group);
      }
      ErrorView view = bounded.archive("a").view();
      assertTrue(Nodes.find(view, Given.id(899)).isPresent());
      assertTrue(Nodes.find(view, Given.id(2)).isEmpty());
    }
  }

  @Test
  void namesBeyondTheBoundAreCountedTogether() {
    for (int i = 0; i < 200; i++) {
      ErrorEvent event = Given.event(i, nodes.clock.instant());
      ErrorEvent named =
          new ErrorEvent(
              event.id(),
              event.time(),
              event.app(),
              "release " + i,
              "x".repeat(500) + i,
              event.level(),
              event.exceptions(),
              event.message(),
              List.of(),
              List.of(),
              event.browser());
      nodes
          .store("a")
          .record(Given.group(1), named, OptionalLong.of(i), Given.scrubbed(Given.group(1), named));
    }
    StoredGroup group = nodes.archive("a").view().groups().get(0);
    assertEquals(StoreBounds.NAMES + 1, group.appReleases().size());
    assertEquals(170, group.appReleases().get("other"));
    assertEquals(200, group.features().values().stream().mapToLong(n -> n).sum());
    double users = group.days().get(0).users();
    assertTrue(Math.abs(users - 200) < 40, users + " users");
  }
}
