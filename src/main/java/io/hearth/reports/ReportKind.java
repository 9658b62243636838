package io.hearth.reports;

import io.hearth.privacy.Category;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Holdings;
import io.hearth.privacy.Place;
import io.hearth.privacy.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Problem reports, as the page Privacy shows them. */
public final class ReportKind implements DataKind {

  private static final int MOST_NAMES = 100;

  /** As the files name them. */
  private static final List<String> FIELDS =
      List.of(
          "receivedAt",
          "happened",
          "expected",
          "page",
          "app",
          "productVersion",
          "errors",
          "type",
          "value",
          "email",
          "screenshot",
          "width",
          "height",
          "bytes",
          "state",
          "notes",
          "by",
          "changedAt",
          "zip",
          "name",
          "sha256",
          "node",
          "began",
          "host",
          "phase",
          "attempt",
          "sent",
          "next",
          "reply",
          "status",
          "why",
          "text",
          "at");

  private final ReportStore store;
  private final ChosenReportSettings settings;

  public ReportKind(ReportStore store, ChosenReportSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  @Override
  public String id() {
    return "problem-reports";
  }

  @Override
  public Category category() {
    return Category.SUPPORT_DATA;
  }

  @Override
  public List<String> fields() {
    return FIELDS;
  }

  @Override
  public List<Place> places() {
    return List.of(new Place(Place.Root.SHARED_HOME, "hearth/reports/<id>"));
  }

  @Override
  public Retention retention() {
    return new Retention.Chosen(settings.now().retentionDays(), settings::keepDays);
  }

  @Override
  public boolean collecting() {
    return settings.now().on();
  }

  @Override
  public Holdings holdings(Optional<Instant> before) throws IOException {
    return store.holdings(before);
  }

  @Override
  public List<String> rawNames() throws IOException {
    return store.rawNames(MOST_NAMES);
  }

  @Override
  public Optional<InputStream> raw(String name) throws IOException {
    return store.raw(name);
  }

  @Override
  public long delete(Optional<Instant> before) throws IOException {
    return store.delete(before);
  }
}
