package io.hearth.errors.triage;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision;
import io.hearth.errors.store.Decision.RegroupedDecision;
import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.triage.State.Status;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices that a resolved group comes back, by its next error on this node. An error costs a look
 * into a map; once a second one of them also asks whether anything was decided since, and only then
 * the map is made anew.
 */
public final class Comebacks {

  private static final long LOOK_EVERY = 1000;

  private final Decisions decisions;
  private final Supplier<Board> board;
  private final Consumer<Card> told;
  private final Clock clock;
  private final AtomicLong looked = new AtomicLong(Long.MIN_VALUE);
  private volatile Map<GroupId, Card> resolved = Map.of();
  private volatile Set<GroupId> carriedOver = Set.of();
  private Set<StateDecision> known = Set.of();
  private Optional<String> revision = Optional.empty();

  /**
   * @param told gets a group that came back, once for each time it was resolved
   */
  public Comebacks(Decisions decisions, Supplier<Board> board, Consumer<Card> told, Clock clock) {
    this.decisions = decisions;
    this.board = board;
    this.told = told;
    this.clock = clock;
  }

  /** An error of that release is about to be counted; any thread may tell. */
  public void arrives(GroupId id, String release) {
    lookWhenDue();
    Card card = resolved.get(id);
    if (card != null && holdsRepair(card, release) && resolved.remove(card.id()) != null) {
      told.accept(card);
    }
  }

  /** Whether new rules only go on with an older group under this id. */
  public boolean isCarriedOver(GroupId id) {
    return carriedOver.contains(id);
  }

  /** Older releases may go on failing: they lack the repair. */
  private static boolean holdsRepair(Card card, String release) {
    return card.state()
        .inRelease()
        .map(repaired -> !release.isEmpty() && Versions.compare(release, repaired) >= 0)
        .orElse(true);
  }

  private void lookWhenDue() {
    long now = clock.millis();
    long last = looked.get();
    // A clock that was set back must not end the looking.
    boolean due = last == Long.MIN_VALUE || now - last >= LOOK_EVERY || now < last;
    if (due && looked.compareAndSet(last, now)) {
      try {
        look();
      } catch (UncheckedIOException unreadable) {
        // An error is counted all the same; a later look finds what this one did not.
        return;
      }
    }
  }

  private synchronized void look() {
    Optional<String> now = Optional.of(decisions.revision());
    if (now.equals(revision)) {
      return;
    }
    Board current = board.get();
    Set<StateDecision> made = resolutions(current.view().decisions());
    Map<GroupId, Card> waiting = new ConcurrentHashMap<>();
    for (StateDecision decision : made) {
      // What came back between a decision and this look has not been told.
      boolean fresh = revision.isPresent() && !known.contains(decision);
      current
          .find(decision.group())
          .filter(card -> isResolved(card) || fresh && isBack(card))
          .ifPresent(card -> card.parts().forEach(part -> waiting.put(part.group().id(), card)));
    }
    Set<GroupId> others = new HashSet<>();
    for (Decision decision : current.view().decisions()) {
      if (decision instanceof RegroupedDecision regrouped) {
        others.addAll(regrouped.now());
        current
            .find(regrouped.group())
            .filter(card -> waiting.containsKey(card.id()))
            .ifPresent(card -> regrouped.now().forEach(id -> waiting.put(id, card)));
      }
    }
    carriedOver = others;
    resolved = waiting;
    known = made;
    revision = now;
  }

  private static boolean isResolved(Card card) {
    return card.state().status() == Status.RESOLVED;
  }

  private static boolean isBack(Card card) {
    return card.state().status() == Status.REGRESSED;
  }

  private static Set<StateDecision> resolutions(List<Decision> decisions) {
    Set<StateDecision> resolutions = new HashSet<>();
    for (Decision decision : decisions) {
      if (decision instanceof StateDecision state && state.status() == Decision.Status.RESOLVED) {
        resolutions.add(state);
      }
    }
    return resolutions;
  }
}
