package io.hearth.web;

import io.hearth.reports.Handling.State;
import io.hearth.reports.ReportStore;
import io.hearth.web.DigestLine.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the digest tells of problem reports: those that nobody has dealt with. */
final class ReportDigest implements DigestSource {

  private final ReportStore store;

  ReportDigest(ReportStore store) {
    this.store = store;
  }

  @Override
  public String page() {
    return "reports";
  }

  @Override
  public List<DigestLine> lines(Instant looked) {
    try {
      List<Instant> times =
          store.all().stream()
              .filter(one -> one.handling().state() == State.NEW)
              .map(one -> one.report().receivedAt())
              .toList();
      long fresh = times.stream().filter(time -> time.isAfter(looked)).count();
      return times.isEmpty()
          ? List.of()
          : List.of(
              new DigestLine(
                  "reports-new", Level.WARNING, times.size(), fresh, "", Optional.of("/inbox")));
    } catch (IOException e) {
      throw new UncheckedIOException("reading problem reports", e);
    }
  }
}
