package io.hearth.usage.report;

import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.UsageSettings;
import io.hearth.usage.store.Cell;
import io.hearth.usage.store.Count;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.Day;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.UsageFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes the one table that is shown and exported: features by day, of days that are over, without
 * cells of fewer people than the threshold. All other numbers are sums of its cells, so whatever
 * somebody adds and subtracts, nothing comes out but cells of enough people.
 */
public final class Publisher {

  /**
   * All nodes have written a day long before; a number that still grew would tell who came last.
   */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final UsageFiles files;
  private final ChosenUsage chosen;
  private final Clock clock;

  public Publisher(UsageFiles files, ChosenUsage chosen, Clock clock) {
    this.files = files;
    this.chosen = chosen;
    this.clock = clock;
  }

  public LocalDate lastDay() {
    return LocalDate.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC).minusDays(1);
  }

  /** Sorted by day, app and feature. */
  public List<Published> table(LocalDate from) throws IOException {
    UsageSettings settings = chosen.settings();
    Optional<Noise> noise =
        settings.noise() == UsageSettings.Noise.NONE
            ? Optional.empty()
            : Optional.of(new Noise(settings.noise(), Counter.MOST_OF_ONE, chosen.noiseKey()));
    List<Published> table = new ArrayList<>();
    files
        .days(from, lastDay())
        .forEach((date, day) -> addAll(date, day, settings.threshold(), noise, table));
    return table;
  }

  private static void addAll(
      LocalDate date, Day day, int threshold, Optional<Noise> noise, List<Published> table) {
    day.features()
        .forEach(
            (app, cells) ->
                cells.forEach(
                    (feature, cell) -> {
                      if (cell.all().people() >= threshold) {
                        Published exact = exact(date, app, feature, cell, threshold);
                        table.add(noise.map(one -> noisy(exact, one)).orElse(exact));
                      }
                    }));
  }

  /** An outcome of too few takes all outcomes with it: the rest would tell it. */
  private static Published exact(
      LocalDate date, String app, String feature, Cell cell, int threshold) {
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    boolean each =
        cell.tellsOutcomes()
            && cell.outcomes().values().stream().allMatch(one -> one.people() >= threshold);
    if (each) {
      cell.outcomes().forEach((outcome, count) -> outcomes.put(outcome, count.events()));
    }
    Count all = cell.all();
    return new Published(
        date,
        app,
        feature,
        all.events(),
        OptionalInt.of(all.people()),
        outcomes,
        cell.timing().filter(timing -> timing.people() >= threshold));
  }

  /** Without people and times, which would have to have noise of their own. */
  private static Published noisy(Published exact, Noise noise) {
    String place = exact.date() + " " + exact.app() + " " + exact.feature();
    Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    exact
        .outcomes()
        .forEach(
            (outcome, events) ->
                outcomes.put(outcome, noise.added(events, place + " " + outcome.id())));
    long events =
        outcomes.isEmpty()
            ? noise.added(exact.events(), place)
            : outcomes.values().stream().mapToLong(Long::longValue).sum();
    return new Published(
        exact.date(),
        exact.app(),
        exact.feature(),
        events,
        OptionalInt.empty(),
        outcomes,
        Optional.empty());
  }
}
