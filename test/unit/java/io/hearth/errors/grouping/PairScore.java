package io.hearth.errors.grouping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well groups fit bugs, by pairs of events: of the pairs in one group the share that is one
 * bug, of the pairs that are one bug the share in one group.
 */
final class PairScore {

  /** An event's bug and the group it got. */
  record Placed(int bug, String group) {}

  private final List<Placed> events = new ArrayList<>();

  void add(int bug, String group) {
    events.add(new Placed(bug, group));
  }

  /** Both halves, of which no pair counts across. */
  PairScore and(PairScore other) {
    PairScore both = new PairScore();
    events.forEach(event -> both.add(event.bug(), "one " + event.group()));
    other.events.forEach(event -> both.add(-event.bug(), "other " + event.group()));
    return both;
  }

  private static double pairs(Collection<Integer> sizes) {
    return sizes.stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  private static <T> Collection<Integer> sizes(List<T> keys) {
    Map<T, Integer> sizes = new HashMap<>();
    keys.forEach(key -> sizes.merge(key, 1, Integer::sum));
    return sizes.values();
  }

  private double both() {
    return pairs(sizes(events));
  }

  double precision() {
    return both() / pairs(sizes(events.stream().map(Placed::group).toList()));
  }

  double recall() {
    return both() / pairs(sizes(events.stream().map(Placed::bug).toList()));
  }

  double groupsPerBug() {
    return (double) new HashSet<>(events).size()
        / events.stream().map(Placed::bug).distinct().count();
  }

  /** Groups that hold several bugs, and bugs that are in several groups. */
  List<String> mistakes() {
    Map<String, Set<Integer>> bugs = new HashMap<>();
    Map<Integer, Set<String>> groups = new TreeMap<>();
    for (Placed event : events) {
      bugs.computeIfAbsent(event.group(), key -> new HashSet<>()).add(event.bug());
      groups.computeIfAbsent(event.bug(), key -> new HashSet<>()).add(event.group());
    }
    List<String> mistakes = new ArrayList<>();
    bugs.values().stream()
        .filter(some -> some.size() > 1)
        .forEach(some -> mistakes.add("joined " + some));
    groups.forEach(
        (bug, some) -> {
          if (some.size() > 1) {
            mistakes.add("bug " + bug + " in " + some.size() + " groups");
          }
        });
    return mistakes;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d events, precision %.4f, recall %.4f, groups a bug %.3f",
        events.size(),
        precision(),
        recall(),
        groupsPerBug());
  }
}
