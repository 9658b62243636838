package io.hearth.errors.intake;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.MemoryKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What it takes to count the users of a day without knowing them: in this node's memory only. */
public final class SaltsKind extends MemoryKind {

  private static final int BYTES = 32;

  private final Supplier<ErrorIntake> intake;
  private final Runnable forgetUsers;
  private final BooleanSupplier collecting;

  /**
   * @param forgetUsers empties the sketches that tell one user of today from another
   */
  public SaltsKind(Supplier<ErrorIntake> intake, Runnable forgetUsers, BooleanSupplier collecting) {
    super("error-salts", Category.ERROR_TRACKING);
    this.intake = intake;
    this.forgetUsers = forgetUsers;
    this.collecting = collecting;
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
            .filter(day -> DataKind.takes(before, day));
    return new Holdings(begun.isPresent() ? 1 : 0, begun.isPresent() ? BYTES : 0, begun);
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
