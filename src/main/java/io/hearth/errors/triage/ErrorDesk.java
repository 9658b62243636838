package io.hearth.errors.triage;

import io.hearth.errors.event.ErrorEvent;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.grouping.Grouping;
import io.hearth.errors.store.Decision.DeleteDecision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.MergeDecision;
import io.hearth.errors.store.Decision.NotesDecision;
import io.hearth.errors.store.Decision.SplitDecision;
import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.Decision.Status;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorView;
import io.hearth.errors.store.SampleSweep;
import io.hearth.errors.store.StoredSample;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where an administrator looks at groups and decides about them. A decision about a group is kept
 * for each of its parts, so that a part that is taken out keeps it.
 */
public final class ErrorDesk {

  private static final int MOST_SAMPLES = 20;

  private final ErrorArchive archive;
  private final Decisions decisions;
  private final Runnable afterDeletion;
  private final Clock clock;
  private final Grouping grouping = new Grouping();
  private Optional<Board> board = Optional.empty();

  /** {@code afterDeletion} makes this node's store heed it. */
  public ErrorDesk(ErrorArchive archive, Decisions decisions, Runnable afterDeletion, Clock clock) {
    this.archive = archive;
    this.decisions = decisions;
    this.afterDeletion = afterDeletion;
    this.clock = clock;
  }

  /** The groups now; made anew only when something changed. */
  public synchronized Board board() {
    ErrorView view = archive.view();
    Instant now = clock.instant();
    boolean same = board.filter(one -> one.view() == view && !one.isOver(now)).isPresent();
    if (!same) {
      board = Optional.of(new Board(view, now));
    }
    return board.get();
  }

  /** Newest first, of all parts. */
  public List<StoredSample> samples(Card card) {
    return samples().apply(card);
  }

  /** The same for many groups: quick when they are asked for in the order of their ids. */
  public Function<Card, List<StoredSample>> samples() {
    SampleSweep sweep = archive.sweep();
    return card -> newest(card, sweep);
  }

  private static List<StoredSample> newest(Card card, SampleSweep sweep) {
    List<StoredSample> samples = new ArrayList<>();
    card.parts().forEach(part -> samples.addAll(sweep.of(part.group().id())));
    samples.sort(Comparator.comparing((StoredSample one) -> one.event().time()).reversed());
    return List.copyOf(samples.subList(0, Math.min(MOST_SAMPLES, samples.size())));
  }

  public void decide(
      Card card,
      Status status,
      Optional<String> inRelease,
      Optional<Instant> until,
      Optional<Long> untilMore) {
    Optional<Long> untilTotal = untilMore.map(more -> card.group().total() + more);
    Instant now = clock.instant();
    for (Card.Part part : card.parts()) {
      decisions.add(
          time ->
              new StateDecision(
                  time, part.group().id(), status, now, inRelease, until, untilTotal));
    }
  }

  /** Brings a group back into a state that it had. */
  public void restore(Card card, State before) {
    Status status =
        switch (before.status()) {
          case OPEN -> Status.OPEN;
          case RESOLVED -> Status.RESOLVED;
          case IGNORED -> Status.IGNORED;
          // It comes back by its events, which are still there.
          case REGRESSED -> Status.RESOLVED;
        };
    Instant since =
        before.status() == State.Status.REGRESSED ? before.since().minusMillis(1) : before.since();
    for (Card.Part part : card.parts()) {
      decisions.add(
          time ->
              new StateDecision(
                  time,
                  part.group().id(),
                  status,
                  since,
                  before.inRelease(),
                  before.until(),
                  before.untilTotal()));
    }
  }

  public void keepNotes(Card card, String notes) {
    for (Card.Part part : card.parts()) {
      decisions.add(time -> new NotesDecision(time, part.group().id(), notes));
    }
  }

  public void merge(List<Card> cards) {
    List<GroupId> ids = ids(cards);
    decisions.add(time -> new MergeDecision(time, ids));
  }

  private static List<GroupId> ids(List<Card> cards) {
    return cards.stream()
        .flatMap(card -> card.parts().stream())
        .map(part -> part.group().id())
        .distinct()
        .toList();
  }

  public void split(GroupId part) {
    decisions.add(time -> new SplitDecision(time, part));
  }

  public void delete(List<Card> cards) {
    List<GroupId> ids = ids(cards);
    decisions.add(time -> new DeleteDecision(time, ids));
    afterDeletion.run();
  }

  /** Whether there is such a sample; its group may be one with others from now on. */
  public boolean map(Card card, String sample, List<List<Optional<OriginalPosition>>> positions) {
    for (Card.Part part : card.parts()) {
      GroupId id = part.group().id();
      Optional<ErrorEvent> event =
          archive.samples(id).stream()
              .map(StoredSample::event)
              .filter(one -> one.id().equals(sample))
              .findFirst();
      if (event.isPresent()) {
        GroupId mapped = grouping.mapped(event.get(), positions).orElse(id);
        decisions.add(time -> new MappedDecision(time, id, sample, mapped, positions));
        return true;
      }
    }
    return false;
  }
}
