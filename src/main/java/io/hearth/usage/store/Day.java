package io.hearth.usage.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is kept of a day: no time, no order, nobody.
 *
 * @param features the cells by app and feature
 * @param unknown what was sent and nobody agreed to, without what it was
 */
public record Day(SortedMap<String, SortedMap<String, Cell>> features, Count unknown) {

  public static Day empty() {
    return new Day(new TreeMap<>(), Count.NONE);
  }

  public Day plus(Day other) {
    SortedMap<String, SortedMap<String, Cell>> sum = new TreeMap<>();
    features.forEach((app, cells) -> sum.put(app, new TreeMap<>(cells)));
    other.features.forEach(
        (app, cells) -> {
          Map<String, Cell> known = sum.computeIfAbsent(app, any -> new TreeMap<>());
          cells.forEach((feature, cell) -> known.merge(feature, cell, Cell::plus));
        });
    return new Day(sum, unknown.plus(other.unknown));
  }

  /** What stays when the day is over. */
  Day closed() {
    SortedMap<String, SortedMap<String, Cell>> kept = new TreeMap<>();
    features.forEach(
        (app, cells) ->
            cells.forEach(
                (feature, cell) ->
                    cell.closed()
                        .ifPresent(
                            one ->
                                kept.computeIfAbsent(app, any -> new TreeMap<>())
                                    .put(feature, one))));
    return new Day(kept, unknown.people() < Cell.FEWEST_KEPT ? Count.NONE : unknown);
  }
}
