package io.hearth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.usage.consent.Counting;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterTest {

  private static final String OPENED = Office.APP + ":opened";
  private static final String MADE = "io.hearth:zip-made";

  @TempDir Path home;

  @Test
  void nothingIsCountedOrWrittenUntilSomebodyAgrees() throws IOException {
    Office office = new Office(home);
    assertFalse(office.counter.count("ada", List.of(Office.use(MADE, Outcome.OK, 5))));
    office.counter.write();
    assertTrue(office.kept().isEmpty());
  }

  @Test
  void aDayHoldsCountsAndNothingElse() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.people(6, OPENED);
    office.counter.count("person 0", List.of(Office.use(MADE, Outcome.FAILED, 900)));
    office.counter.count("person 0", List.of(Office.use(MADE, Outcome.OK, 20)));
    office.counter.write();
    assertEquals(
        "{\"day\":\"2026-03-01\",\"features\":{\"com.example.board\":{\"opened\":[6,6]},"
            + "\"io.hearth\":{\"zip-made\":{\"all\":[2,1],\"ok\":[1,1],\"failed\":[1,1],"
            + "\"time\":[1,0,1,0,0,0,0,1,0,0,0,0,0,0,0]}}}}\n",
        office.file(Office.TODAY));
  }

  @Test
  void onlyWhatWasAgreedToIsCounted() throws IOException {
    Office office = new Office(home).agreed();
    office.does("ada", MADE);
    office.counter.count("ada", List.of(Office.use(MADE, Outcome.OK, 300)));
    office.does("ada", OPENED);
    office.does("ada", "io.hearth:secret-name");
    office.counter.write();
    // Without agreement to numbers of people, few are as none; the rest is a number without a name.
    assertEquals(
        "{\"day\":\"2026-03-01\",\"features\":{\"io.hearth\":{\"zip-made\":[2,0]}},"
            + "\"unknown\":[2,0]}\n",
        office.file(Office.TODAY));
  }

  @Test
  void theSameDoneByOthersInAnyOrderLeavesTheSameBytes() throws IOException {
    List<String> bytes = new ArrayList<>();
    Random random = new Random(8);
    for (int turn = 0; turn < 8; turn++) {
      Office office = new Office(home.resolve("store" + turn)).agreedToAll();
      List<List<Object>> acts = new ArrayList<>();
      for (int person = 0; person < 7; person++) {
        String who = random.nextLong() + "@host" + turn + ".example";
        for (int n = 0; n <= person; n++) {
          acts.add(List.of(who, Office.use(OPENED, Outcome.OK, 40 * n)));
          acts.add(List.of(who, Office.use(MADE, Outcome.REFUSED, -1)));
        }
      }
      Collections.shuffle(acts, random);
      for (List<Object> act : acts) {
        office.time.now = office.time.now.plusSeconds(random.nextInt(500));
        office.counter.count((String) act.get(0), List.of((Use) act.get(1)));
        if (random.nextInt(9) == 0) {
          office.counter.write();
        }
      }
      office.counter.write();
      bytes.add(office.file(Office.TODAY));
    }
    assertEquals(1, bytes.stream().distinct().count(), () -> String.join("", bytes));
  }

  @Test
  void theTimeOfAFileIsItsDayAndItIsWrittenWhetherOrNotAnythingHappened() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.counter.write();
    assertEquals("{\"day\":\"2026-03-01\",\"features\":{}}\n", office.file(Office.TODAY));
    office.does("ada", MADE);
    office.counter.write();
    assertEquals(
        Instant.parse("2026-03-01T00:00:00Z"),
        Files.getLastModifiedTime(office.path(Office.TODAY)).toInstant());
    office.dayPasses();
    assertEquals(
        Instant.parse("2026-03-01T00:00:00Z"),
        Files.getLastModifiedTime(office.path(Office.TODAY)).toInstant());
  }

  @Test
  void whatFewDidIsForgottenWhenTheDayIsOver() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.people(5, OPENED);
    office.people(4, MADE);
    office.counter.count("person 1", List.of(Office.use(OPENED, Outcome.FAILED, 10)));
    office.dayPasses();
    assertEquals(
        "{\"day\":\"2026-03-01\",\"features\":{\"com.example.board\":{\"opened\":{\"all\":[6,5]}}}}\n",
        office.file(Office.TODAY));
  }

  @Test
  void aDayThatANodeDidNotSeeTheEndOfIsClosedWhenItIsBack() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.people(4, MADE);
    office.counter.write();
    Office later = new Office(home, "node1", office.product);
    later.time.now = office.time.now.plus(Duration.ofDays(3));
    later.counter.write();
    assertEquals("{\"day\":\"2026-03-01\",\"features\":{}}\n", later.file(Office.TODAY));
  }

  @Test
  void afterARestartCountsGoOnAndPeopleAreNotCountedTwice() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.people(6, OPENED);
    office.counter.write();
    Office again = new Office(home, "node1", office.product);
    again.people(5, OPENED);
    again.counter.write();
    assertTrue(again.file(Office.TODAY).contains("\"opened\":[11,6]"));
  }

  @Test
  void nobodyAddsMoreThanTheirShare() throws IOException {
    Office office = new Office(home).agreedToAll();
    for (int n = 0; n < 500; n++) {
      office.does("ada", OPENED);
      office.does("ada", MADE);
      office.does("ada", "forged:" + n);
    }
    office.counter.write();
    assertEquals(
        "{\"day\":\"2026-03-01\",\"features\":{\"com.example.board\":{\"opened\":[20,1]},"
            + "\"io.hearth\":{\"zip-made\":[20,1]}},\"unknown\":[20,1]}\n",
        office.file(Office.TODAY));
    assertEquals(60, Counter.MOST_OF_ONE);
  }

  @Test
  void withdrawalEndsCountingAndForgetsWhatWasNotWritten() throws IOException {
    Office office = new Office(home).agreedToAll();
    Office other = new Office(home, "node2", office.product);
    other.does("ada", MADE);
    office.does("ada", MADE);
    office.chosen.withdraw(false);
    assertFalse(office.counter.count("ada", List.of(Office.use(MADE, Outcome.OK, 1))));
    office.counter.write();
    other.counter.write();
    assertTrue(office.kept().isEmpty(), () -> "something was written");
    office.agreedToAll();
    office.counter.write();
    assertEquals("{\"day\":\"2026-03-01\",\"features\":{}}\n", office.file(Office.TODAY));
  }

  @Test
  void withdrawalThatDeletesReachesEachNode() throws IOException {
    Office office = new Office(home).agreedToAll();
    Office other = new Office(home, "node2", office.product);
    other.does("ada", MADE);
    other.counter.write();
    office.chosen.withdraw(true);
    other.counter.write();
    assertEquals(0, office.files.all().size());
  }

  @Test
  void anotherNodeNoticesWithinSeconds() throws IOException {
    Office office = new Office(home).agreedToAll();
    Office other = new Office(home, "node2", office.product);
    assertTrue(other.counter.count("ada", List.of(Office.use(MADE, Outcome.OK, 1))));
    office.chosen.withdraw(false);
    other.time.now = other.time.now.plusSeconds(6);
    assertFalse(other.counter.count("ada", List.of(Office.use(MADE, Outcome.OK, 1))));
  }

  @Test
  void aYearOfTwoHundredFeaturesStaysSmall() throws IOException {
    Office office = new Office(home);
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      names.add("com.example.board:feature-" + n);
    }
    office.chosen.agree(
        new io.hearth.usage.consent.Consent(
            "ada",
            office.time.now,
            office.time.now,
            java.util.EnumSet.of(Counting.FEATURES, Counting.PEOPLE, Counting.OTHER_APPS),
            names));
    for (int person = 0; person < 40; person++) {
      for (int n = 0; n < 30; n++) {
        // Some features are everybody's, most are a few people's.
        int feature = (int) (200 * Math.pow((person * 31 + n * 17) % 200 / 200.0, 3));
        office.does("person " + person, names.get(feature));
      }
    }
    office.dayPasses();
    long bytes = Files.size(office.path(Office.TODAY));
    assertTrue(bytes * 365 < 1 << 20, () -> bytes + " bytes a day");
    assertEquals(OptionalLong.empty(), Office.use(OPENED, Outcome.OK, -1).milliseconds());
  }
}
