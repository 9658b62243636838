package io.hearth.web;

import io.hearth.errors.triage.Board;
import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import io.hearth.reports.ChosenReportSettings;
import io.hearth.reports.ReportIntake;
import io.hearth.reports.ReportKind;
import io.hearth.reports.ReportPage;
import io.hearth.reports.ReportStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Puts the parts for problem reports together. */
final class ReportsPart {

  private final Host host;
  private final Clock clock;
  private final ChosenReportSettings settings;
  private final ReportStore store;
  private final ReportIntake intake;
  private final ReportPage page;

  ReportsPart(Host host, Clock clock) {
    this.host = host;
    this.clock = clock;
    this.settings = new ChosenReportSettings(host.settings(), clock);
    this.store = new ReportStore(host, clock);
    this.intake = new ReportIntake(store, settings, clock);
    this.page = new ReportPage(host, settings);
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
    routes.addAll(new ReportDraftCalls(reports, store, host, clock, audit).routes());
    return routes;
  }

  DigestSource digest() {
    return new ReportDigest(store);
  }

  List<DataKind> kinds() {
    return List.of(new ReportKind(store, settings));
  }
}
