package io.hearth.errors.store;

import java.time.Duration;

/**
 * How much one node keeps.
 *
 * @param groups further ones are counted in one group per app
 * @param bytes of all files of the node's store; rare and old groups go first
 * @param groupBytes of one group, its lines in the journal included
 * @param journalBytes after which the journal is rolled over
 * @param pendingBytes in memory, about; more is counted without its names and samples
 * @param samples of one group
 * @param flushEvery how much is lost at most when the process dies
 */
public record StoreBounds(
    int groups,
    long bytes,
    int groupBytes,
    int journalBytes,
    int pendingBytes,
    int samples,
    Duration flushEvery) {

  /** Names in each distribution of a group, such as its browsers. */
  public static final int NAMES = 30;

  /** Characters of such a name. */
  public static final int NAME = 100;

  /** Days that a group's history reaches back. */
  public static final int DAYS = 180;

  private static final int SMALLEST_SHARE = 4096;

  public static final StoreBounds DEFAULT =
      new StoreBounds(10_000, 100L << 20, 64 << 10, 8 << 20, 1 << 20, 10, Duration.ofSeconds(1));

  /**
   * What one group's snapshot may take: half of what the group may, the other half being for its
   * lines in the journal, and no more than an equal share when there are many groups.
   */
  int share(int groupsNow) {
    long fair = (bytes - 3L * journalBytes) / Math.max(1, groupsNow);
    return (int) Math.max(SMALLEST_SHARE, Math.min(fair, groupBytes / 2));
  }

  /** Bytes of a group's lines in one journal that make it roll over. */
  int journalShare() {
    return groupBytes / 8;
  }

  /** Bytes of one sample; a longer one loses frames and crumbs. */
  int sampleBytes() {
    return groupBytes / 8;
  }
}
