package io.hearth.errors.triage;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.OriginalPosition;
import io.hearth.errors.store.Decision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.NotesDecision;
import io.hearth.errors.store.Decision.StateDecision;
import io.hearth.errors.store.ErrorView;
import io.hearth.errors.store.StoredGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All groups as they are shown at one moment. */
public final class Board {

  private final ErrorView view;
  private final Unions unions;
  // By the group that all parts are: the last decision about any of them counts, also about one
  // whose errors are gone by now.
  private final Map<GroupId, StateDecision> states = new HashMap<>();
  private final Map<GroupId, NotesDecision> notes = new HashMap<>();
  private final Set<GroupId> mapped = new HashSet<>();
  private final Map<String, MappedDecision> originals = new HashMap<>();
  private final List<Card> cards = new ArrayList<>();
  private final Map<GroupId, Card> byId = new HashMap<>();
  private final Optional<Instant> nextChange;

  public Board(ErrorView view, Instant now) {
    this.view = view;
    this.unions = Unions.of(view.decisions());
    view.decisions().forEach(this::note);
    Map<GroupId, List<StoredGroup>> united = new HashMap<>();
    for (StoredGroup group : view.groups()) {
      united.computeIfAbsent(unions.root(group.id()), id -> new ArrayList<>()).add(group);
    }
    united.values().forEach(parts -> add(parts, now));
    this.nextChange =
        cards.stream()
            .flatMap(card -> card.state().until().stream())
            .min(Comparator.naturalOrder());
  }

  /** Whether a state has changed by itself since the board was made. */
  boolean isOver(Instant now) {
    return nextChange.filter(change -> !now.isBefore(change)).isPresent();
  }

  /** Changes whenever something on the board changes, states that change by themselves included. */
  public String revision() {
    return view.revision() + nextChange.map(change -> "-" + change.toEpochMilli()).orElse("");
  }

  private void note(Decision decision) {
    if (decision instanceof StateDecision state) {
      states.put(unions.root(state.group()), state);
    } else if (decision instanceof NotesDecision words) {
      notes.put(unions.root(words.group()), words);
    } else if (decision instanceof MappedDecision map) {
      mapped.add(map.group());
      originals.putIfAbsent(map.sample(), map);
    }
  }

  private void add(List<StoredGroup> parts, Instant now) {
    StoredGroup sum = StoredGroup.union(parts);
    GroupId root = unions.root(sum.id());
    Card card =
        new Card(
            sum,
            parts.stream().map(one -> new Card.Part(one, unions.isByHand(one.id()))).toList(),
            States.of(sum, Optional.ofNullable(states.get(root)), now),
            parts.stream().anyMatch(part -> mapped.contains(part.id())),
            Optional.ofNullable(notes.get(root)).map(NotesDecision::notes).orElse(""));
    cards.add(card);
    parts.forEach(part -> byId.put(part.id(), card));
    byId.put(root, card);
  }

  public ErrorView view() {
    return view;
  }

  public List<Card> cards() {
    return List.copyOf(cards);
  }

  /** Where the frames of a sample stand in the original source; empty when nobody looked. */
  public Optional<List<List<Optional<OriginalPosition>>>> original(String sample) {
    return Optional.ofNullable(originals.get(sample)).map(MappedDecision::exceptions);
  }

  /** The group that an id leads to, also that of a part, and one that has no error yet. */
  public Optional<Card> find(GroupId id) {
    return Optional.ofNullable(byId.get(id))
        .or(() -> Optional.ofNullable(byId.get(unions.root(id))));
  }
}
