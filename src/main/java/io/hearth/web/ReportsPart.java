package io.hearth.web;

import io.hearth.application.Background;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.errors.triage.Board;
import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import io.hearth.reports.ChosenReportSettings;
import io.hearth.reports.Courier;
import io.hearth.reports.ReportIntake;
import io.hearth.reports.ReportKind;
import io.hearth.reports.ReportPage;
import io.hearth.reports.ReportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Puts the parts for problem reports together. */
final class ReportsPart implements AutoCloseable {

  private final Host host;
  private final Clock clock;
  private final ChosenReportSettings settings;
  private final ReportStore store;
  private final ReportIntake intake;
  private final ReportPage page;
  private final Destinations destinations;
  private final Courier courier;

  /**
   * @param nodeRuns whether another node of this id runs
   */
  ReportsPart(
      Host host,
      Clock clock,
      Destinations destinations,
      Outgoing outgoing,
      Courier.Pace pace,
      Predicate<String> nodeRuns,
      Incidents incidents) {
    this.host = host;
    this.clock = clock;
    this.settings = new ChosenReportSettings(host.settings(), clock);
    this.store = new ReportStore(host, clock);
    this.intake = new ReportIntake(store, settings, clock);
    this.page = new ReportPage(host, settings);
    this.destinations = destinations;
    this.courier =
        new Courier(
            store,
            outgoing,
            clock,
            pace,
            Background.threads("hearth-report-sending"),
            nodeRuns,
            incidents::part);
  }

  ReportIngest ingest(Gate gate, Incidents incidents) {
    return new ReportIngest(gate, intake, settings, incidents);
  }

  ReportHtml html(Gate gate, Function<List<String>, String> resources) {
    return new ReportHtml(gate, settings, resources);
  }

  ReportPage page() {
    return page;
  }

  List<Route> routes(Supplier<Board> board, UnaryOperator<String> appName, Audit audit) {
    ReportCalls reports = new ReportCalls(store, new ReportViews(board, appName), clock, audit);
    List<Route> routes = new ArrayList<>(new ReportSettingsCalls(settings, audit).routes());
    routes.addAll(reports.routes());
    ReportDraftCalls drafts = new ReportDraftCalls(reports, store, host, clock, audit);
    routes.addAll(drafts.routes());
    routes.addAll(
        new ReportSendCalls(reports, drafts, store, destinations, courier, audit).routes());
    return routes;
  }

  /** Ends what this node was sending when it was stopped. */
  void upkeep() {
    try {
      courier.upkeep();
    } catch (IOException e) {
      throw new UncheckedIOException("looking after problem reports", e);
    }
  }

  @Override
  public void close() {
    courier.close();
  }

  SettingsSection settings() {
    return ReportSettingsCalls.section(settings);
  }

  DigestSource digest() {
    return new ReportDigest(store);
  }

  List<DataKind> kinds() {
    return List.of(new ReportKind(store, settings));
  }
}
