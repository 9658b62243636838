package io.hearth.errors.triage;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.MergeDecision;
import io.hearth.errors.store.Decision.RegroupedDecision;
import io.hearth.errors.store.Decision.SplitDecision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups are one: those with the same original frames, those whose errors new rules bring
 * together, and those that an administrator merged; but for what an administrator took apart since.
 * Union-find over their ids.
 */
final class Unions {

  private final Map<GroupId, GroupId> parents = new HashMap<>();
  private final Set<GroupId> byHand = new HashSet<>();

  private Unions() {}

  static Unions of(List<Decision> oldestFirst) {
    Unions unions = new Unions();
    Set<GroupId> alone = unions.parts(oldestFirst);
    for (Decision decision : oldestFirst) {
      // The id by original frames is a node of its own that no event has.
      if (decision instanceof MappedDecision mapped && !alone.contains(mapped.group())) {
        unions.join(mapped.group(), mapped.mapped());
      }
    }
    return unions;
  }

  /** Joins what was merged; the parts that were split off since, which stand alone. */
  private Set<GroupId> parts(List<Decision> oldestFirst) {
    Map<GroupId, Set<GroupId>> merged = new HashMap<>();
    Set<GroupId> alone = new HashSet<>();
    for (Decision decision : oldestFirst) {
      if (decision instanceof MergeDecision merge) {
        merge.groups().forEach(alone::remove);
        byHand.addAll(merge.groups());
        GroupId first = merge.groups().get(0);
        merge.groups().forEach(one -> link(merged, first, one));
      } else if (decision instanceof RegroupedDecision regrouped) {
        regrouped.now().forEach(one -> link(merged, regrouped.group(), one));
        if (alone.contains(regrouped.group())) {
          alone.addAll(regrouped.now());
        }
      } else if (decision instanceof SplitDecision split) {
        alone.add(split.part());
        byHand.remove(split.part());
        bridge(merged, split.part());
      }
    }
    byHand.removeIf(one -> merged.getOrDefault(one, Set.of()).isEmpty());
    merged.forEach((one, others) -> others.forEach(other -> join(one, other)));
    return alone;
  }

  private static void link(Map<GroupId, Set<GroupId>> merged, GroupId one, GroupId other) {
    if (!one.equals(other)) {
      merged.computeIfAbsent(one, id -> new HashSet<>()).add(other);
      merged.computeIfAbsent(other, id -> new HashSet<>()).add(one);
    }
  }

  /** Those that were one through the part stay one without it. */
  private static void bridge(Map<GroupId, Set<GroupId>> merged, GroupId part) {
    Set<GroupId> neighbours = merged.getOrDefault(part, Set.of());
    merged.remove(part);
    neighbours.forEach(one -> merged.getOrDefault(one, Set.of()).remove(part));
    neighbours.stream()
        .findFirst()
        .ifPresent(first -> neighbours.forEach(one -> link(merged, first, one)));
  }

  private void join(GroupId one, GroupId other) {
    GroupId a = root(one);
    GroupId b = root(other);
    if (!a.equals(b)) {
      parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
  }

  GroupId root(GroupId id) {
    GroupId at = id;
    for (GroupId up = parents.get(at); up != null; up = parents.get(at)) {
      at = up;
    }
    return at;
  }

  boolean isByHand(GroupId id) {
    return byHand.contains(id);
  }
}
