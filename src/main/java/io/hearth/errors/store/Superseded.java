package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.Decision.DeleteDecision;
import io.hearth.errors.store.Decision.MappedDecision;
import io.hearth.errors.store.Decision.MergeDecision;
import io.hearth.errors.store.Decision.NotesDecision;
import io.hearth.errors.store.Decision.RegroupedDecision;
import io.hearth.errors.store.Decision.SplitDecision;
import io.hearth.errors.store.Decision.StateDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions that a later one about the same thing has taken the place of. */
final class Superseded {

  private Superseded() {}

  /** The others, oldest first. */
  static List<Decision> dropFrom(List<Decision> decisions) {
    List<Decision> sorted = new ArrayList<>(decisions);
    sorted.sort(Comparator.comparing(Decision::time));
    Map<Object, Decision> last = new LinkedHashMap<>();
    for (Decision decision : sorted) {
      Object about = about(decision);
      last.remove(about);
      last.put(about, decision);
    }
    return List.copyOf(last.values());
  }

  private record About(Class<? extends Decision> kind, List<GroupId> groups, String sample) {}

  /** A merge and a split stand for themselves: what a later one changes depends on its groups. */
  private static Object about(Decision decision) {
    if (decision instanceof StateDecision state) {
      return new About(StateDecision.class, List.of(state.group()), "");
    } else if (decision instanceof NotesDecision notes) {
      return new About(NotesDecision.class, List.of(notes.group()), "");
    } else if (decision instanceof MappedDecision mapped) {
      return new About(MappedDecision.class, List.of(mapped.group()), mapped.sample());
    } else if (decision instanceof RegroupedDecision regrouped) {
      List<GroupId> groups = new ArrayList<>(regrouped.now());
      groups.add(0, regrouped.group());
      return new About(RegroupedDecision.class, groups, "");
    } else if (decision instanceof DeleteDecision delete) {
      return new About(DeleteDecision.class, delete.groups(), "");
    } else if (decision instanceof MergeDecision || decision instanceof SplitDecision) {
      return decision;
    }
    throw new IllegalStateException("no such decision");
  }
}
