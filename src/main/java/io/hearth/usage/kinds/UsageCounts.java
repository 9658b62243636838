package io.hearth.usage.kinds;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.UsageFiles;
import io.hearth.usage.store.UsageFiles.Kept;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The counters: a record is the file of a day and node. */
public record UsageCounts(
    Supplier<UsageFiles> files, Supplier<Counter> counter, ChosenUsage chosen, Clock clock)
    implements DataKind {

  public static final String ID = "usage-counts";

  private static final int MOST_NAMES = 1000;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Category category() {
    return Category.PRODUCT_ANALYTICS;
  }

  @Override
  public List<String> fields() {
    return List.of("day", "features", "unknown", "all", "ok", "refused", "failed", "time");
  }

  @Override
  public List<Place> places() {
    return List.of(new Place(Place.Root.SHARED_HOME, "hearth/nodes/<node>/usage/<date>.json"));
  }

  @Override
  public Retention retention() {
    return new Retention.Chosen(chosen.settings().retentionDays(), chosen::keepDays);
  }

  @Override
  public boolean collecting() {
    return chosen.consent().isPresent();
  }

  /** A day goes as a whole, when all of it is older. */
  private static Predicate<Kept> older(Optional<Instant> before) {
    return kept ->
        before
            .map(moment -> kept.date().isBefore(LocalDate.ofInstant(moment, ZoneOffset.UTC)))
            .orElse(true);
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    List<Kept> kept = files.get().all().stream().filter(older(before)).toList();
    return new Holdings(
        kept.size(),
        kept.stream().mapToLong(Kept::bytes).sum(),
        kept.stream()
            .map(Kept::date)
            .min(LocalDate::compareTo)
            .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /** Without today's, in which one could see who comes and goes. */
  @Override
  public List<String> rawNames() throws IOException {
    return shown().limit(MOST_NAMES).map(Kept::name).toList();
  }

  private Stream<Kept> shown() throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return files.get().all().stream().filter(kept -> kept.date().isBefore(today));
  }

  @Override
  public Optional<InputStream> raw(String name) throws IOException {
    Optional<Kept> found = shown().filter(kept -> kept.name().equals(name)).findFirst();
    return found.isPresent() ? files.get().open(found.get()) : Optional.empty();
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    if (before.isEmpty()) {
      counter.get().forget();
    }
    return files.get().delete(older(before));
  }
}
