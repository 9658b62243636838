package io.hearth.insight;

/**
 * How much is kept of what one node tells. Several that are in one ZIP share what a lone one has,
 * so that the summary is no larger for them; below the least a share would tell nothing.
 *
 * @param groups of exceptions
 * @param minutes steps of time
 * @param counted pages and users
 * @param listed of the slowest and the busiest
 * @param starts that are listed
 * @param dumps of threads
 */
record Bounds(int groups, int minutes, int counted, int listed, int starts, int dumps) {

  static final Bounds ALL = new Bounds(500, 20_000, 500, 50, 200, 20);

  /** Of one of the entries that are read at the same time. */
  static final Bounds OF_ENTRY = new Bounds(150, 5_000, 500, 50, 200, 1);

  static Bounds sharedBy(int nodes) {
    return new Bounds(
        share(ALL.groups, nodes, 10),
        share(ALL.minutes, nodes, 500),
        share(ALL.counted, nodes, 20),
        share(ALL.listed, nodes, 5),
        share(ALL.starts, nodes, 5),
        share(ALL.dumps, nodes, 2));
  }

  /** Of so many in all. */
  static int share(int all, int nodes, int least) {
    return Math.max(least, all / Math.max(1, nodes));
  }
}
