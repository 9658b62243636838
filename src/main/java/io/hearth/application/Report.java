package io.hearth.application;

import io.hearth.host.Product;
import io.hearth.insight.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that the manifest and the overview tell about one ZIP; every value is redacted. */
record Report(
    String version,
    boolean live,
    Instant startedAt,
    Instant finishedAt,
    Product product,
    String node,
    List<NodeShare> nodes,
    Choice choice,
    Learning learning,
    Map<String, String> redaction,
    boolean supportCase,
    List<EntryResult> results,
    Excerpts excerpts,
    Summary summary,
    List<NodeHealth> health) {

  Report {
    nodes = List.copyOf(nodes);
    results = List.copyOf(results);
    health = List.copyOf(health);
  }

  List<EntryResult.Written> written() {
    return results.stream()
        .filter(EntryResult.Written.class::isInstance)
        .map(EntryResult.Written.class::cast)
        .toList();
  }

  List<EntryResult.Missing> missing() {
    return results.stream()
        .filter(EntryResult.Missing.class::isInstance)
        .map(EntryResult.Missing.class::cast)
        .toList();
  }
}
