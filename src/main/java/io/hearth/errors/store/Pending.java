package io.hearth.errors.store;

import java.util.List;

/** What waits to be written; a writer takes out what it has written. */
final class Pending {

  /** What is to be written of one group. */
  record Batch(Part part, List<String> samples) {}

  private List<String> deletions;
  private List<Batch> batches;
  private IntakeTally tally;

  Pending(List<String> deletions, List<Batch> batches, IntakeTally tally) {
    this.deletions = deletions;
    this.batches = batches;
    this.tally = tally;
  }

  List<String> deletions() {
    return deletions;
  }

  List<Batch> batches() {
    return batches;
  }

  IntakeTally tally() {
    return tally;
  }

  /** Forgets the deletions, the counts without a group, and so many groups. */
  void written(int groups) {
    deletions = List.of();
    tally = new IntakeTally();
    batches = batches.subList(groups, batches.size());
  }
}
