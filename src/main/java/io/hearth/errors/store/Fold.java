package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Kept;
import io.hearth.errors.store.Lines.Sampled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a group comes to when the lines of journals are added to its snapshot, in order. */
final class Fold {

  /** The first samples of a group show how it began; a flood pushes out only those after them. */
  private static final int FIRST_SAMPLES = 2;

  private Part part;
  private final List<Sampled> samples = new ArrayList<>();

  Fold(GroupId id) {
    this.part = new Part(id);
  }

  void start(Kept snapshot) {
    snapshot.part().ifPresent(found -> part = found);
    samples.addAll(snapshot.samples());
  }

  void add(Lines.Line line) {
    if (line instanceof Lines.Counted counted) {
      part.append(counted.part());
    } else if (line instanceof Sampled sample) {
      samples.add(sample);
    } else if (line instanceof Lines.Deleted) {
      part = new Part(part.id);
      samples.clear();
    }
  }

  void dropSamplesBefore(long time) {
    samples.removeIf(sample -> sample.time() < time);
  }

  Part part() {
    return part;
  }

  /**
   * The group with its first samples and the newest of the others, as many as there is room for;
   * one in any case.
   */
  Kept kept(int mostSamples, int mostBytes) {
    String counts = Lines.counted(part).strip();
    List<Sampled> kept = new ArrayList<>(samples);
    kept.sort(Comparator.comparingLong(Sampled::time));
    long bytes = counts.length() + kept.stream().mapToLong(one -> one.text().length() + 1).sum();
    while (kept.size() > 1 && (kept.size() > mostSamples || bytes > mostBytes)) {
      int oldest = Math.min(FIRST_SAMPLES, kept.size() - 1);
      bytes -= kept.remove(oldest).text().length() + 1;
    }
    return new Kept(part.id, counts, kept);
  }
}
