package io.hearth.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a finished collection gave, small enough to be kept: the lists are bounded, the whole stands
 * in the manifest.
 */
public record Outcome(
    int entries,
    List<Shortfall> cut,
    List<Shortfall> missing,
    Map<String, Long> redactions,
    Optional<Check> check,
    String sha256) {

  private static final int LISTED = 200;

  /** Something that is not, or not wholly, in the ZIP. */
  public record Shortfall(String name, Reason reason) {}

  /**
   * What the second search found.
   *
   * @param total of all places, also of those that the list has no room for
   */
  public record Check(long entries, long total, List<Found> found) {

    private Check without(Set<String> names) {
      List<Found> left = found.stream().filter(one -> !names.contains(one.name())).toList();
      long gone =
          found.stream().filter(one -> names.contains(one.name())).mapToLong(Found::count).sum();
      return new Check(entries, total - gone, left);
    }
  }

  /** Something in an entry that looks as if it should have been replaced. */
  public record Found(String name, String kind, long count) {}

  /** Of a ZIP that is made of this one without some entries, and some parts of others. */
  public Outcome without(
      Set<String> names, List<String> edited, long entriesLeft, String newSha256) {
    List<Shortfall> more = new ArrayList<>(missing);
    names.stream().sorted().forEach(name -> add(more, name, Reason.TAKEN_OUT));
    List<Shortfall> shorter = new ArrayList<>();
    cut.stream().filter(one -> !names.contains(one.name())).forEach(shorter::add);
    Set<String> told = shorter.stream().map(Shortfall::name).collect(Collectors.toSet());
    edited.stream()
        .filter(name -> !told.contains(name))
        .forEach(name -> add(shorter, name, Reason.TAKEN_OUT));
    return new Outcome(
        (int) entriesLeft,
        List.copyOf(shorter),
        List.copyOf(more),
        redactions,
        check.map(one -> one.without(names)),
        newSha256);
  }

  static Outcome of(List<EntryResult> results, boolean checked, String sha256) {
    List<Shortfall> cut = new ArrayList<>();
    List<Shortfall> missing = new ArrayList<>();
    int entries = 0;
    for (EntryResult result : results) {
      if (result instanceof EntryResult.Written written) {
        entries++;
        written.cut().ifPresent(reason -> add(cut, written.name(), reason));
      } else if (result instanceof EntryResult.Missing absent) {
        add(missing, absent.name(), absent.reason());
      }
    }
    return new Outcome(
        entries,
        List.copyOf(cut),
        List.copyOf(missing),
        redactions(results),
        checked ? Optional.of(check(results)) : Optional.empty(),
        sha256);
  }

  static Map<String, Long> redactions(List<EntryResult> results) {
    Map<String, Long> redactions = new TreeMap<>();
    for (EntryResult result : results) {
      if (result instanceof EntryResult.Written written) {
        written.redactions().forEach((kind, count) -> redactions.merge(kind, count, Long::sum));
      }
    }
    return redactions;
  }

  /** Of the ZIP's own pages, which belong to no item, only that one is searched which quotes. */
  static Check check(List<EntryResult> results) {
    List<Found> found = new ArrayList<>();
    long entries = 0;
    long total = 0;
    for (EntryResult result : results) {
      if (result instanceof EntryResult.Written written && searched(written)) {
        entries++;
        for (Map.Entry<String, Long> leak : new TreeMap<>(written.leaks()).entrySet()) {
          total += leak.getValue();
          if (found.size() < LISTED) {
            found.add(new Found(written.name(), leak.getKey(), leak.getValue()));
          }
        }
      }
    }
    return new Check(entries, total, List.copyOf(found));
  }

  private static boolean searched(EntryResult.Written written) {
    return !written.item().isEmpty() || written.name().equals(InsightEntry.NAME);
  }

  private static void add(List<Shortfall> list, String name, Reason reason) {
    if (list.size() < LISTED) {
      list.add(new Shortfall(name, reason));
    }
  }
}
