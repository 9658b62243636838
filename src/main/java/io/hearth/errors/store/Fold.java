package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.store.GroupFiles.Snapshot;
import io.hearth.errors.store.Lines.Sampled;
import java.util.ArrayList;
import java.util.List;

/** What a group comes to when the lines of journals are added to its snapshot, in order. */
final class Fold {

  private Part part;
  private final List<Sampled> samples = new ArrayList<>();

  Fold(GroupId id) {
    this.part = new Part(id);
  }

  void start(Snapshot snapshot) {
    part = snapshot.part();
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

  List<Sampled> samples() {
    return samples;
  }
}
