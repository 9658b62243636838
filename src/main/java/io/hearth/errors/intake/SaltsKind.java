package io.hearth.errors.intake;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What it takes to count the users of a day without knowing them: in this node's memory only. */
public final class SaltsKind implements DataKind {

  private static final int BYTES = 32;

  private final Supplier<ErrorIntake> intake;
  private final Runnable forgetUsers;
  private final BooleanSupplier collecting;

  /**
   * @param forgetUsers empties the sketches that tell one user of today from another
   */
  public SaltsKind(Supplier<ErrorIntake> intake, Runnable forgetUsers, BooleanSupplier collecting) {
    this.intake = intake;
    this.forgetUsers = forgetUsers;
    this.collecting = collecting;
  }

  @Override
  public String id() {
    return "error-salts";
  }

  @Override
  public Category category() {
    return Category.ERROR_TRACKING;
  }

  @Override
  public List<String> fields() {
    return List.of("salt", "sketch");
  }

  @Override
  public List<Place> places() {
    return List.of(new Place(Place.Root.MEMORY, ""));
  }

  @Override
  public Retention retention() {
    return new Retention.Fixed(1);
  }

  @Override
  public boolean collecting() {
    return collecting.getAsBoolean();
  }

  /** Of this node; the others' memory is theirs. */
  @Override
  public Holdings holdings(Optional<Instant> before) {
    TrackingIds ids = intake.get().trackingIds();
    Optional<Instant> begun =
        Optional.of(ids)
            .filter(TrackingIds::hasSalt)
            .map(one -> one.day().atStartOfDay().toInstant(ZoneOffset.UTC))
            .filter(day -> before.filter(end -> !day.isBefore(end)).isEmpty());
    return new Holdings(begun.isPresent() ? 1 : 0, begun.isPresent() ? BYTES : 0, begun);
  }

  /** A salt that could be looked at would be none. */
  @Override
  public List<String> rawNames() {
    return List.of();
  }

  @Override
  public Optional<InputStream> raw(String name) {
    return Optional.empty();
  }

  @Override
  public long delete(Optional<Instant> before) {
    return deleteOwn(before);
  }

  @Override
  public long deleteOwn(Optional<Instant> before) {
    long records = holdings(before).records();
    if (records > 0) {
      intake.get().trackingIds().forget();
      forgetUsers.run();
    }
    return records;
  }
}
