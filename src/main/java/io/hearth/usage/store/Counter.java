package io.hearth.usage.store;

import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.Consent;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts on this node, in memory, and writes the counts at moments that do not depend on what is
 * counted. What was counted since the last such moment is lost when the process dies, and when
 * somebody withdraws consent.
 */
public final class Counter {

  /** What one person may add to all numbers of a day together. */
  public static final int MOST_OF_ONE = People.MOST_OF_ONE;

  /** Days in memory: today, and yesterday until it is written. */
  private static final int MOST_DAYS = 2;

  /** A day as it was when this node began to count it, and what came since. */
  private record Open(Day before, Tally since) {}

  private final UsageFiles files;
  private final String node;
  private final ChosenUsage chosen;
  private final Clock clock;
  private final SecureRandom random;
  private final TreeMap<LocalDate, Open> days = new TreeMap<>();
  private Instant agreedSince = Instant.MIN;
  private LocalDate closedBefore = LocalDate.MIN;

  public Counter(
      UsageFiles files, String node, ChosenUsage chosen, Clock clock, SecureRandom random) {
    this.files = files;
    this.node = node;
    this.chosen = chosen;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Counts what somebody did, as far as it is agreed to.
   *
   * @param person what is the same for one person all day; it is hashed at once and kept nowhere
   * @return whether anything is counted at all
   */
  public synchronized boolean count(String person, List<Use> uses) throws IOException {
    Optional<Consent> consent = chosen.recentConsent();
    keepOnly(consent);
    if (consent.isEmpty()) {
      return false;
    }
    Tally tally = open(today()).since();
    for (Use use : uses) {
      if (use.isAgreed(consent.get())) {
        tally.add(person, use.app(), use.feature(), use.outcome(), use.milliseconds());
      } else {
        tally.addUnknown(person);
      }
    }
    return true;
  }

  /** What is in memory was counted under one consent, and goes with it. */
  private void keepOnly(Optional<Consent> consent) {
    Instant since = consent.map(Consent::since).orElse(Instant.MIN);
    if (!since.equals(agreedSince)) {
      days.clear();
      agreedSince = since;
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Open open(LocalDate date) throws IOException {
    Open known = days.get(date);
    if (known == null) {
      known = new Open(files.read(node, date).orElseGet(Day::empty), new Tally(random));
      days.put(date, known);
      while (days.size() > MOST_DAYS) {
        days.pollFirstEntry();
      }
    }
    return known;
  }

  /** Writes, whether or not anything was counted: that a file is written says nothing. */
  public synchronized void write() throws IOException {
    Optional<Consent> consent = chosen.consent();
    keepOnly(consent);
    LocalDate today = today();
    if (consent.isPresent()) {
      open(today);
      write(consent.get(), today);
    } else if (chosen.deleted()) {
      // Another node may have deleted while this one was writing.
      files.delete(kept -> kept.node().equals(node));
    }
    if (closedBefore.isBefore(today)) {
      files.close(node, today);
      closedBefore = today;
    }
  }

  private void write(Consent consent, LocalDate today) throws IOException {
    for (Iterator<Map.Entry<LocalDate, Open>> all = days.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<LocalDate, Open> one = all.next();
      Day day = one.getValue().before().plus(one.getValue().since().day(consent.kinds()));
      boolean over = one.getKey().isBefore(today);
      files.write(node, one.getKey(), over ? day.closed() : day);
      if (over) {
        all.remove();
      }
    }
  }

  /** Forgets what is in memory of today, and with it who is who. */
  public synchronized void forget() {
    days.clear();
  }

  /** How many people there are in memory; they are in no file. */
  public synchronized long people() {
    return days.values().stream().mapToLong(open -> open.since().people()).sum();
  }
}
