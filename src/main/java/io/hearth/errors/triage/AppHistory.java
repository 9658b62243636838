package io.hearth.errors.triage;

import io.hearth.errors.timeline.InstanceEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Errors of each app by day, and before and after its last update. */
public record AppHistory(
    String app, List<Long> days, long total, long openGroups, Optional<Update> update) {

  /**
   * @param newGroups first seen since
   */
  public record Update(InstanceEvent event, long before, long after, long newGroups) {}

  /** As long as an update is looked back at. */
  private static final Duration WEEK = Duration.ofDays(7);

  /** Most errors first. */
  public static List<AppHistory> of(
      Board board, List<InstanceEvent> events, LocalDate from, int days, Instant now) {
    Map<String, List<Card>> byApp = new TreeMap<>();
    for (Card card : board.cards()) {
      byApp.computeIfAbsent(card.group().app(), key -> new ArrayList<>()).add(card);
    }
    return byApp.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), events, from, days, now))
        .sorted(Comparator.comparingLong(AppHistory::total).reversed())
        .toList();
  }

  private static AppHistory of(
      String app,
      List<Card> cards,
      List<InstanceEvent> events,
      LocalDate from,
      int days,
      Instant now) {
    Map<LocalDate, Long> perDay = new HashMap<>();
    for (Card card : cards) {
      card.group().days().forEach(day -> perDay.merge(day.day(), day.count(), Long::sum));
    }
    List<Long> counts = new ArrayList<>();
    for (int n = 0; n < days; n++) {
      counts.add(perDay.getOrDefault(from.plusDays(n), 0L));
    }
    Optional<Update> update =
        events.stream()
            .filter(event -> event.app().equals(app))
            .filter(event -> event.kind() == InstanceEvent.Kind.APP_UPDATED)
            .findFirst()
            .map(event -> update(event, cards, perDay, now));
    return new AppHistory(
        app,
        counts,
        counts.stream().mapToLong(Long::longValue).sum(),
        cards.stream().filter(AppHistory::isOpen).count(),
        update);
  }

  private static boolean isOpen(Card card) {
    State.Status status = card.state().status();
    return status == State.Status.OPEN || status == State.Status.REGRESSED;
  }

  /** By whole days, as they are stored; the day of the update counts as after it. */
  private static Update update(
      InstanceEvent event, List<Card> cards, Map<LocalDate, Long> perDay, Instant now) {
    LocalDate day = LocalDate.ofInstant(event.time(), ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    long length = Math.min(WEEK.toDays(), ChronoUnit.DAYS.between(day, today) + 1);
    long before = 0;
    long after = 0;
    for (long n = 0; n < length; n++) {
      before += perDay.getOrDefault(day.minusDays(n + 1), 0L);
      after += perDay.getOrDefault(day.plusDays(n), 0L);
    }
    long fresh =
        cards.stream().filter(card -> card.group().firstSeen().isAfter(event.time())).count();
    return new Update(event, before, after, fresh);
  }
}
