package io.hearth.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.collections.Cause;
import io.hearth.collectors.Vitals;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From one look a minute: when health turns bad, and when it only stays so. */
class DeclineTest {

  private static final Vitals WELL = new Vitals(false, Optional.of(0.4), Optional.of(0.0));
  private static final Vitals LOCKED = new Vitals(true, Optional.of(0.4), Optional.of(0.0));
  private static final Vitals FULL = new Vitals(false, Optional.of(0.95), Optional.of(0.0));
  private static final Vitals ERRORS = new Vitals(false, Optional.of(0.4), Optional.of(10.0));
  private static final Vitals UNKNOWN = new Vitals(false, Optional.empty(), Optional.empty());

  private final Decline decline = new Decline();

  @Test
  void aDeadlockIsToldOnceHoweverLongItLasts() {
    looks(WELL, LOCKED, LOCKED, LOCKED);
    assertEquals(List.of("-", "DEADLOCK", "-", "-"), told);
  }

  @Test
  void whatWasBadBeforeTheFirstLookIsNoNews() {
    looks(ERRORS, ERRORS, WELL, ERRORS);
    assertEquals(List.of("-", "-", "-", "LOG_ERRORS"), told);
  }

  @Test
  void aFullHeapCountsAfterItsMinutesWithoutABreak() {
    looks(WELL, FULL, FULL, FULL, FULL, WELL, FULL, FULL, FULL, FULL, FULL, FULL);
    assertEquals(List.of("-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "HEAP", "-"), told);
  }

  @Test
  void ofSeveralTheOneThatVanishesFirstIsTold() {
    looks(WELL, new Vitals(true, Optional.of(1.0), Optional.of(99.0)));
    assertEquals(List.of("-", "DEADLOCK"), told);
  }

  @Test
  void whatCannotBeLookedAtIsNoSign() {
    looks(UNKNOWN, UNKNOWN, ERRORS);
    assertEquals(List.of("-", "-", "LOG_ERRORS"), told);
  }

  private final List<String> told = new java.util.ArrayList<>();

  private void looks(Vitals... minutes) {
    for (Vitals now : minutes) {
      told.add(decline.look(now, WatchSettings.standard()).map(Cause::name).orElse("-"));
    }
  }
}
