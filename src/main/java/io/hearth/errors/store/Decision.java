package io.hearth.errors.store;

import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.OriginalPosition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator decided about groups. Of the decisions about the same thing the last one
 * counts, on whichever node it was made.
 */
public sealed interface Decision {

  Instant time();

  /** What an administrator may bring a group into; that it came back is told by its events. */
  enum Status {
    OPEN,
    RESOLVED,
    IGNORED
  }

  /**
   * @param since when it came into this state: other than {@code time} when a change is taken back
   * @param inRelease with {@code RESOLVED}: the release that holds the repair
   * @param until with {@code IGNORED}
   * @param untilTotal with {@code IGNORED}: the number of errors
   */
  record StateDecision(
      Instant time,
      GroupId group,
      Status status,
      Instant since,
      Optional<String> inRelease,
      Optional<Instant> until,
      Optional<Long> untilTotal)
      implements Decision {}

  record NotesDecision(Instant time, GroupId group, String notes) implements Decision {}

  /** These groups are one. */
  record MergeDecision(Instant time, List<GroupId> groups) implements Decision {
    public MergeDecision {
      groups = List.copyOf(groups);
    }
  }

  /** This part stands alone again, whatever was merged before. */
  record SplitDecision(Instant time, GroupId part) implements Decision {}

  /**
   * Where the frames of a sample stand in the original source.
   *
   * @param mapped the id that its group has by the original frames
   * @param exceptions one list for each exception, one place for each frame; empty where unknown
   */
  record MappedDecision(
      Instant time,
      GroupId group,
      String sample,
      GroupId mapped,
      List<List<Optional<OriginalPosition>>> exceptions)
      implements Decision {
    public MappedDecision {
      exceptions = exceptions.stream().map(List::copyOf).toList();
    }
  }

  /**
   * By new rules the errors of a group come under these ids, which are one with it. Nobody decided
   * it but the rules.
   */
  record RegroupedDecision(Instant time, GroupId group, List<GroupId> now) implements Decision {
    public RegroupedDecision {
      now = List.copyOf(now);
    }
  }

  /** Everything of these groups that is older is deleted, on every node. */
  record DeleteDecision(Instant time, List<GroupId> groups) implements Decision {
    public DeleteDecision {
      groups = List.copyOf(groups);
    }
  }
}
