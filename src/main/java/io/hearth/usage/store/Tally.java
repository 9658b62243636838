package io.hearth.usage.store;

import io.hearth.usage.consent.Counting;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * What is counted of one day since the node started, with who is who for that day; one thread at a
 * time. Only a {@link Day} ever leaves it.
 */
final class Tally {

  /** Of one person, of one feature: the habit of one is not the use of all. */
  static final int MOST_OF_ONE = 20;

  /** Without agreement to the number of people, no more of it is kept than these steps. */
  private static final int[] STEPS = {100, 50, 20, 10, 5};

  private static final class Counted {
    private final long[] events = new long[Outcome.values().length];
    private final Map<Outcome, BitSet> people = new EnumMap<>(Outcome.class);
    private final BitSet timedPeople = new BitSet();
    private final long[] steps = new long[Durations.STEPS];
    private byte[] added = new byte[8];

    boolean mayAdd(int person) {
      while (person >= added.length) {
        added = Arrays.copyOf(added, added.length * 2);
      }
      return added[person] < MOST_OF_ONE;
    }

    void add(int person, Outcome outcome, OptionalLong milliseconds) {
      added[person]++;
      events[outcome.ordinal()]++;
      people.computeIfAbsent(outcome, any -> new BitSet()).set(person);
      if (milliseconds.isPresent()) {
        steps[Durations.step(milliseconds.getAsLong())]++;
        timedPeople.set(person);
      }
    }

    int all() {
      BitSet union = new BitSet();
      people.values().forEach(union::or);
      return union.cardinality();
    }
  }

  private final People people;
  private final Map<String, Map<String, Counted>> features = new TreeMap<>();
  private final Counted unknown = new Counted();

  Tally(SecureRandom random) {
    this.people = new People(random);
  }

  void add(String person, String app, String feature, Outcome outcome, OptionalLong milliseconds) {
    OptionalInt number = people.mayAdd(person);
    if (number.isPresent()) {
      Counted counted =
          features
              .computeIfAbsent(app, any -> new TreeMap<>())
              .computeIfAbsent(feature, any -> new Counted());
      add(counted, number.getAsInt(), outcome, milliseconds);
    }
  }

  int people() {
    return people.size();
  }

  void addUnknown(String person) {
    people
        .mayAdd(person)
        .ifPresent(number -> add(unknown, number, Outcome.OK, OptionalLong.empty()));
  }

  private void add(Counted counted, int person, Outcome outcome, OptionalLong milliseconds) {
    if (counted.mayAdd(person)) {
      counted.add(person, outcome, milliseconds);
      people.added(person);
    }
  }

  Day day(Set<Counting> kinds) {
    IntUnaryOperator kept = kinds.contains(Counting.PEOPLE) ? number -> number : Tally::step;
    boolean timed = kinds.contains(Counting.DURATIONS);
    SortedMap<String, SortedMap<String, Cell>> cells = new TreeMap<>();
    features.forEach(
        (app, ofApp) -> {
          SortedMap<String, Cell> own = new TreeMap<>();
          ofApp.forEach((feature, counted) -> own.put(feature, cell(counted, kept, timed)));
          cells.put(app, own);
        });
    return new Day(cells, new Count(unknown.events[0], kept.applyAsInt(unknown.all())));
  }

  private static Cell cell(Counted counted, IntUnaryOperator kept, boolean timed) {
    Map<Outcome, Count> outcomes = new EnumMap<>(Outcome.class);
    counted.people.forEach(
        (outcome, who) ->
            outcomes.put(
                outcome,
                new Count(counted.events[outcome.ordinal()], kept.applyAsInt(who.cardinality()))));
    Count all = new Count(Arrays.stream(counted.events).sum(), kept.applyAsInt(counted.all()));
    Optional<Timing> timing =
        timed && !counted.timedPeople.isEmpty()
            ? Optional.of(
                new Timing(
                    kept.applyAsInt(counted.timedPeople.cardinality()),
                    Arrays.stream(counted.steps).boxed().toList()))
            : Optional.empty();
    return new Cell(all, outcomes, timing);
  }

  private static int step(int people) {
    return Arrays.stream(STEPS).filter(step -> step <= people).findFirst().orElse(0);
  }
}
