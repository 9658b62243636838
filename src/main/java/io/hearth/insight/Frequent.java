package io.hearth.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Counts the most frequent of any number of things in bounded memory. Up to {@code most} different
 * ones all counts are exact. Of more, the rare ones are forgotten now and then; one that comes
 * again may have been seen {@link Counted#missed} times before, and never more often.
 */
final class Frequent<T extends Frequent.Detail<T>> {

  /** What is kept beside a count. */
  interface Detail<T> {
    /** Takes in what another part of the text told of the same thing. */
    void absorb(T later);

    /** One that the other no longer changes. */
    T copy();
  }

  static final class Counted<T> {
    final long key;
    final T detail;
    long seen;
    long missed;

    Counted(long key, T detail, long missed) {
      this.key = key;
      this.detail = detail;
      this.missed = missed;
    }

    long atMost() {
      return seen + missed;
    }
  }

  record Kept<D>(long key, long seen, long missed, D detail) {}

  record Data<D>(long forgotten, List<Kept<D>> counted) {}

  private final int most;
  private final Map<Long, Counted<T>> counts = new HashMap<>();

  /** The highest number of times that something forgotten may have been seen. */
  private long forgotten;

  Frequent(int most) {
    this.most = most;
  }

  /** Counts one more of what has this key, and gives what is kept of it. */
  T count(long key, Supplier<T> fresh) {
    Counted<T> counted = counts.get(key);
    if (counted == null) {
      if (counts.size() >= most * 2) {
        forget();
      }
      counted = new Counted<>(key, fresh.get(), forgotten);
      counts.put(key, counted);
    }
    counted.seen++;
    return counted.detail;
  }

  void addAll(Frequent<T> later) {
    for (Map.Entry<Long, Counted<T>> own : counts.entrySet()) {
      if (!later.counts.containsKey(own.getKey())) {
        own.getValue().missed += later.forgotten;
      }
    }
    for (Map.Entry<Long, Counted<T>> other : later.counts.entrySet()) {
      Counted<T> theirs = other.getValue();
      Counted<T> own = counts.get(other.getKey());
      if (own == null) {
        Counted<T> taken =
            new Counted<>(theirs.key, theirs.detail.copy(), theirs.missed + forgotten);
        taken.seen = theirs.seen;
        counts.put(taken.key, taken);
      } else {
        own.seen += theirs.seen;
        own.missed += theirs.missed;
        own.detail.absorb(theirs.detail);
      }
    }
    forgotten += later.forgotten;
    if (counts.size() > most * 2) {
      forget();
    }
  }

  <D> Data<D> data(Function<T, D> detail) {
    if (counts.size() > most) {
      forget();
    }
    return new Data<>(
        forgotten,
        first(most).stream()
            .map(one -> new Kept<>(one.key, one.seen, one.missed, detail.apply(one.detail)))
            .toList());
  }

  /** Into one that is still empty. */
  <D> void add(Data<D> data, Claims claims, Function<D, T> detail) {
    forgotten = claims.count(data.forgotten());
    for (Kept<D> kept : claims.list(data.counted(), most)) {
      T own = detail.apply(kept.detail());
      Counted<T> counted = new Counted<>(kept.key(), own, claims.count(kept.missed()));
      counted.seen = claims.count(kept.seen());
      counts.put(kept.key(), counted);
    }
  }

  /** Empty for what was not seen, or forgotten. */
  Optional<Counted<T>> find(long key) {
    return Optional.ofNullable(counts.get(key));
  }

  /**
   * The most frequent first; of equal ones in the order of their keys, so that a ZIP is repeatable.
   */
  List<Counted<T>> first(int wanted) {
    return sorted().stream().limit(wanted).map(Map.Entry::getValue).toList();
  }

  private List<Map.Entry<Long, Counted<T>>> sorted() {
    List<Map.Entry<Long, Counted<T>>> all = new ArrayList<>(counts.entrySet());
    all.sort(
        Comparator.comparingLong((Map.Entry<Long, Counted<T>> one) -> -one.getValue().atMost())
            .thenComparing(Map.Entry::getKey));
    return all;
  }

  private void forget() {
    List<Map.Entry<Long, Counted<T>>> all = sorted();
    for (Map.Entry<Long, Counted<T>> rare : all.subList(most, all.size())) {
      forgotten = Math.max(forgotten, rare.getValue().atMost());
      counts.remove(rare.getKey());
    }
  }
}
