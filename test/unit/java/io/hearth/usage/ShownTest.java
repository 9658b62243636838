package io.hearth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.usage.consent.Counting;
import io.hearth.usage.consent.UsageSettings.Noise;
import io.hearth.usage.report.Percentiles;
import io.hearth.usage.report.Published;
import io.hearth.usage.store.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTest {

  private static final String OPENED = Office.APP + ":opened";

  @TempDir Path home;

  @Test
  void todayIsNotShownUntilAllNodesHaveWrittenIt() throws IOException {
    Office office = new Office(home).agreedToAll();
    office.people(9, OPENED);
    office.counter.write();
    assertEquals(List.of(), office.table());
    office.time.now = java.time.Instant.parse("2026-03-02T00:59:59Z");
    office.counter.write();
    assertEquals(List.of(), office.table());
    office.time.now = java.time.Instant.parse("2026-03-02T01:00:00Z");
    assertEquals(1, office.table().size());
  }

  @Test
  void nodesAreOneAndPeopleOfSeveralAreNotAddedUp() throws IOException {
    Office office = new Office(home).agreedToAll();
    Office other = new Office(home, "node2", office.product);
    office.people(6, OPENED);
    other.people(8, OPENED);
    office.dayPasses();
    other.dayPasses();
    Published cell = office.table().get(0);
    assertEquals(14, cell.events());
    assertEquals(OptionalInt.of(8), cell.people());
  }

  @Test
  void aFewOnEachNodeAreNotEnough() throws IOException {
    Office office = new Office(home).agreedToAll();
    Office other = new Office(home, "node2", office.product);
    office.people(4, OPENED);
    other.people(4, OPENED);
    office.dayPasses();
    other.dayPasses();
    assertEquals(List.of(), office.table());
  }

  /**
   * Random days of random people on two nodes. Whatever an observer adds and subtracts is made of
   * the cells of the table, of which no two share a use; so none may be of fewer people than the
   * threshold, nor any outcome or rest of outcomes in it.
   */
  @Test
  void noNumberIsOfFewerPeopleThanTheThreshold() throws IOException {
    Random random = new Random(5);
    int shown = 0;
    for (int turn = 0; turn < 60; turn++) {
      Path store = home.resolve("t" + turn);
      int threshold = 5 + random.nextInt(4);
      boolean counted = random.nextBoolean();
      Office office = new Office(store);
      office.shows(threshold, Noise.NONE);
      if (counted) {
        office.agreedToAll();
      } else {
        office.agreed(Counting.OTHER_APPS);
      }
      Office other = new Office(store, "node2", office.product);
      Map<String, Set<String>> who = new HashMap<>();
      Map<String, Long> events = new HashMap<>();
      for (int n = random.nextInt(120); n >= 0; n--) {
        String person = "p" + random.nextInt(1 + random.nextInt(14));
        String name = List.of(OPENED, Office.APP + ":moved").get(random.nextInt(2));
        Outcome outcome = Outcome.values()[random.nextInt(4) / 2];
        Office at = random.nextInt(4) == 0 ? other : office;
        at.counter.count(person, List.of(Office.use(name, outcome, -1)));
        for (String key : List.of(name, name + outcome)) {
          who.computeIfAbsent(key, any -> new HashSet<>()).add(person);
          events.merge(key, 1L, Long::sum);
        }
        if (random.nextInt(40) == 0) {
          office.counter.write();
          office.counter.forget();
        }
      }
      office.dayPasses();
      other.dayPasses();
      for (Published cell : office.table()) {
        String name = cell.app() + ":" + cell.feature();
        assertTrue(who.get(name).size() >= threshold, name + " of turn " + turn);
        long sum = 0;
        for (Map.Entry<Outcome, Long> part : cell.outcomes().entrySet()) {
          String key = name + part.getKey();
          assertTrue(who.get(key).size() >= threshold, key + " of turn " + turn);
          sum += part.getValue();
        }
        assertTrue(cell.outcomes().isEmpty() || sum == cell.events(), "a rest of turn " + turn);
        assertTrue(cell.people().getAsInt() <= who.get(name).size(), "at least " + name);
        assertTrue(cell.events() <= events.get(name));
        shown++;
      }
    }
    assertTrue(shown > 20, "the test shows nothing");
  }

  @Test
  void anOutcomeOfTooFewTakesTheOthersWithIt() throws IOException {
    Office office = new Office(home).agreedToAll().shows(8, Noise.NONE);
    for (int n = 0; n < 12; n++) {
      office.does("p" + n, OPENED);
    }
    for (int n = 0; n < 6; n++) {
      office.counter.count("p" + n, List.of(Office.use(OPENED, Outcome.FAILED, -1)));
    }
    office.dayPasses();
    Published cell = office.table().get(0);
    assertEquals(18, cell.events());
    assertEquals(Map.of(), cell.outcomes());
  }

  @Test
  void percentilesAreBoundsOfStepsAndOfEnoughUses() throws IOException {
    Office office = new Office(home).agreedToAll();
    for (int n = 0; n < 60; n++) {
      long took = n < 31 ? 100 : n < 55 ? 1000 : 90_000;
      office.counter.count("p" + n, List.of(Office.use(OPENED, Outcome.OK, took)));
    }
    office.dayPasses();
    var timing = office.table().get(0).timing().orElseThrow();
    assertEquals(OptionalLong.of(128), Percentiles.of(timing, 50, 5));
    assertEquals(OptionalLong.of(1024), Percentiles.of(timing, 90, 5));
    assertEquals(OptionalLong.of(131_072), Percentiles.of(timing, 92, 4));
    assertEquals(OptionalLong.empty(), Percentiles.of(timing, 95, 5));
  }

  @Test
  void noiseStaysTheSameForWhoeverAsksAgain() throws IOException {
    Office office = new Office(home).agreedToAll().shows(5, Noise.LITTLE);
    office.people(300, OPENED);
    office.dayPasses();
    List<Published> first = office.table();
    assertEquals(first, office.table());
    assertEquals(OptionalInt.empty(), first.get(0).people());
    assertTrue(first.get(0).timing().isEmpty());
    assertTrue(first.get(0).events() != 300, "by a chance of one in a hundred and twenty");
  }

  /**
   * Two stores that differ by one person who did as much as one can. Over many secrets, each number
   * comes about as often from the one as from the other, but for a factor of e^ε.
   */
  @Test
  void noiseHidesAPerson() throws IOException {
    double epsilon = Noise.LITTLE.epsilon();
    Map<Long, int[]> seen = new HashMap<>();
    for (int side = 0; side < 2; side++) {
      Path store = home.resolve("side" + side);
      Office office = new Office(store).agreedToAll();
      office.people(200, OPENED);
      for (int n = 0; n < 20 * side; n++) {
        office.does("one more", OPENED);
      }
      office.dayPasses();
      office.shows(5, Noise.LITTLE);
      for (int draw = 0; draw < 20_000; draw++) {
        office.product.kept.put("usage-noise-key", String.format("%064x", draw * 2 + side));
        long number = office.table().get(0).events() / 20;
        seen.computeIfAbsent(number, any -> new int[2])[side]++;
      }
    }
    List<Double> ratios = new ArrayList<>();
    seen.values().stream()
        .filter(both -> both[0] >= 800 && both[1] >= 800)
        .forEach(both -> ratios.add(Math.abs(Math.log(both[0] / (double) both[1]))));
    assertTrue(ratios.size() >= 5, ratios::toString);
    // Three features of 20 uses are a person's day: a third of ε for one of them, and some error.
    assertTrue(ratios.stream().allMatch(ratio -> ratio <= epsilon / 3 + 0.15), ratios::toString);
  }
}
