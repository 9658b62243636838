package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.collectors.Entry;
import io.hearth.collectors.Entry.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SupportZipProperties {

  /** What an entry of the plan is like. */
  enum Sort {
    FILE,
    MADE,
    MISSING,
    UNREDACTABLE,
    UNLEARNABLE
  }

  record Wanted(Sort sort, int lines) {}

  @Property(seed = "20260301", tries = 60)
  void theNumberOfThreadsChangesNothingInTheZip(
      @ForAll("plans") List<Wanted> plan, @ForAll("limits") int limit) {
    Map<String, String> one = entries(new Attempt().inProduct(1).atMost(limit), plan);

    assertEquals(one, entries(new Attempt().inProduct(3).atMost(limit), plan));
    assertEquals(one, entries(new Attempt().offline(4).atMost(limit), plan));
  }

  /** All but the pages that tell the time. */
  private static Map<String, String> entries(Attempt attempt, List<Wanted> plan) {
    List<Entry> entries = new ArrayList<>();
    for (int n = 0; n < plan.size(); n++) {
      entries.add(entry(n, plan.get(n)));
    }
    Attempt.Result zip = attempt.with("logs", entries.toArray(Entry[]::new)).done();
    Map<String, String> texts = new LinkedHashMap<>(zip.entries());
    texts.keySet().removeAll(List.of("README.txt", "manifest.json", "index.html"));
    texts.put("cut", zip.outcome().cut().toString());
    texts.put("missing", zip.outcome().missing().toString());
    return texts;
  }

  private static Entry entry(int n, Wanted wanted) {
    String name = n + ".log";
    String text = (n + " says user=jdoe\n").repeat(wanted.lines());
    return switch (wanted.sort()) {
      case FILE -> Attempt.file(name, text);
      case MADE -> Attempt.made(name, text);
      case MISSING -> new Entry.Missing(name, "/home/" + name, Unreadable.VANISHED);
      case UNREDACTABLE -> Attempt.file(name, text + Asterisks.FATAL + "\n");
      case UNLEARNABLE -> Attempt.file(name, text + "unlearnable\n");
    };
  }

  @Provide
  Arbitrary<List<Wanted>> plans() {
    Arbitrary<Integer> lines =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.integers().between(0, 50)),
            Tuple.of(1, Arbitraries.integers().between(3000, 20_000)));
    return Combinators.combine(Arbitraries.of(Sort.class), lines)
        .as(Wanted::new)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.of(1, 100, 10_000, 1_000_000, Integer.MAX_VALUE);
  }
}
