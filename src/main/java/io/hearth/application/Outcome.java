package io.hearth.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a finished collection gave, small enough to be kept: the lists are bounded, the whole stands
 * in the manifest.
 */
public record Outcome(
    int entries,
    List<Shortfall> cut,
    List<Shortfall> missing,
    Map<String, Long> redactions,
    String sha256) {

  private static final int LISTED = 200;

  /** Something that is not, or not wholly, in the ZIP. */
  public record Shortfall(String name, Reason reason) {}

  static Outcome of(List<EntryResult> results, String sha256) {
    List<Shortfall> cut = new ArrayList<>();
    List<Shortfall> missing = new ArrayList<>();
    Map<String, Long> redactions = new TreeMap<>();
    int entries = 0;
    for (EntryResult result : results) {
      if (result instanceof EntryResult.Written written) {
        entries++;
        written.cut().ifPresent(reason -> add(cut, written.name(), reason));
        written.redactions().forEach((kind, count) -> redactions.merge(kind, count, Long::sum));
      } else if (result instanceof EntryResult.Missing absent) {
        add(missing, absent.name(), absent.reason());
      }
    }
    return new Outcome(
        entries, List.copyOf(cut), List.copyOf(missing), Map.copyOf(redactions), sha256);
  }

  private static void add(List<Shortfall> list, String name, Reason reason) {
    if (list.size() < LISTED) {
      list.add(new Shortfall(name, reason));
    }
  }
}
