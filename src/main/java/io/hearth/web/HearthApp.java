package io.hearth.web;

import io.hearth.application.SupportZips;
import io.hearth.application.Workplace;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.Previews;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.cluster.Nodes;
import io.hearth.collections.Cluster;
import io.hearth.collections.Room;
import io.hearth.collections.StoredZips;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Collectors;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.errors.bundle.BrowserErrors;
import io.hearth.host.AdminPageData;
import io.hearth.host.Host;
import io.hearth.host.PageData;
import io.hearth.host.ReportPageData;
import io.hearth.host.sal.SalPageResources;
import io.hearth.host.sal.SalRequestGuard;
import io.hearth.reports.Courier;
import io.hearth.store.PrivateFolder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts the app together inside a product; the one place that knows all parts. */
public final class HearthApp implements AutoCloseable {

  private final SupportZips zips;
  private final StoredZips stored;
  private final StoredZipEvents storedEvents;
  private final Hourly storedUpkeep;
  private final WatchPart watch;
  private final Api api;
  private final AdminPage adminPage;
  private final ErrorsPart errors;
  private final MenuBadge menuBadge;
  private final Ingest ingest;
  private final Outgoing outgoing;
  private final Hourly errorsUpkeep;
  private final UsagePart usage;
  private final UsageIngest usageIngest;
  private final PrivacyPart privacy;
  private final ReportsPart reports;
  private final Hourly reportsUpkeep;
  private final ReportIngest reportIngest;
  private final ReportHtml reportHtml;

  public HearthApp(Host host, SalRequestGuard product, SalPageResources resources) {
    Clock clock = Clock.systemUTC();
    Incidents incidents = new Incidents();
    Gate gate = new Gate(host, RequestGuard.over(product), new Origins(host::baseUrl));
    ChosenRedactions chosen = new ChosenRedactions(host);
    SupportCases cases = new SupportCases(host, clock);
    LookupTables tables = new LookupTables(host, cases, clock);
    ZipRedactions redactions = new ZipRedactions(chosen, cases, tables);
    AuditTrail trail = new AuditTrail(host, clock);
    Audit audit = new Audit(trail, incidents);
    Destinations destinations = new Destinations(host.settings(), clock);
    this.outgoing = new Outgoing(destinations);
    this.errors = new ErrorsPart(host, clock, incidents, destinations, outgoing);
    List<Collector> collectors = Collectors.all(BrowserErrors.inProduct(errors::board));
    this.zips =
        new SupportZips(
            host, collectors, chosen.engine(), Workplace.inProduct(), clock, incidents::part);
    List<Route> routes = new ArrayList<>(new OpenApi().routes());
    routes.addAll(new SupportZipCalls(zips, redactions, host, clock, incidents, audit).routes());
    Nodes nodes =
        new Nodes(
            () -> PrivateFolder.nodesIn(host.layout().sharedHome()),
            host::nodeId,
            clock,
            System::nanoTime);
    this.stored =
        new StoredZips(
            host,
            zips,
            Room.standard(),
            Cluster.of(nodes, ZipRedactions::part),
            clock,
            incidents::part,
            new StoredZipAudit(audit));
    stored.start();
    this.storedEvents = new StoredZipEvents(stored);
    ZipOrders orders = new ZipOrders(redactions, host, clock);
    this.watch = new WatchPart(stored, zips, orders, audit, incidents);
    routes.addAll(watch.routes());
    ChosenReceivers receivers = new ChosenReceivers(host.settings());
    routes.addAll(new ReceiverCalls(receivers, audit).routes());
    watch.start();
    routes.addAll(
        new StoredZipCalls(stored, zips, orders, storedEvents, incidents, audit).routes());
    routes.addAll(new HandOverCalls(stored, audit).routes());
    this.storedUpkeep = new Hourly("looking after stored Support ZIPs", stored::upkeep, incidents);
    routes.addAll(new RedactionCalls(chosen, audit).routes());
    routes.addAll(new PreviewCalls(new Previews(host, zips, cases, clock), chosen, audit).routes());
    routes.addAll(new CaseCalls(cases, tables, audit).routes());
    routes.addAll(new DestinationCalls(destinations, audit).routes());
    routes.addAll(errors.routes(audit));
    this.reports =
        new ReportsPart(
            host, clock, destinations, outgoing, Courier.Pace.USUAL, this::runs, incidents);
    routes.addAll(reports.routes(errors::board, errors::appName, audit));
    List<DigestSource> digests = List.of(errors.digest(), reports.digest());
    routes.addAll(new DigestCalls(digests, incidents, clock).routes());
    this.menuBadge = new MenuBadge(host, errors.digest(), incidents, clock);
    this.ingest = new Ingest(errors::intake, gate.origins(), incidents);
    this.reportIngest = reports.ingest(gate, incidents);
    this.reportHtml = reports.html(gate, resources::tags);
    this.errorsUpkeep = new Hourly("looking after browser errors", errors::upkeep, incidents);
    this.usage = new UsagePart(host, clock, incidents);
    routes.addAll(usage.routes(audit));
    this.usageIngest = new UsageIngest(usage::intake, host, gate.origins(), incidents);
    this.privacy =
        new PrivacyPart(
            host,
            nodes,
            PrivacyPart.Time.system(clock),
            incidents,
            trail,
            audit,
            List.of(
                around -> List.of(stored.kind()),
                KeptSupport.of(cases, tables),
                errors::kinds,
                around -> reports.kinds(),
                usage::kinds,
                KeptSettings.of(host.settings())));
    routes.addAll(privacy.routes(host, destinations, trail, clock));
    List<SettingsSection> sections = new ArrayList<>();
    sections.add(errors.settings());
    sections.addAll(usage.settings());
    sections.add(reports.settings());
    sections.add(RedactionReader.section(chosen));
    sections.add(watch.settings());
    sections.add(ReceiverCalls.section(receivers));
    sections.addAll(privacy.settings(host, clock));
    sections.add(DestinationCalls.section(destinations));
    AllSettings settings = new AllSettings(sections, host.settings());
    routes.addAll(new SettingsCalls(settings, audit).routes());
    FirstRunCalls.Standing standing =
        new FirstRunCalls.Standing(usage::counting, destinations::confirmed);
    FirstRun firstRun = new FirstRun(host.settings(), clock);
    routes.addAll(new FirstRunCalls(firstRun, settings, standing, audit).routes());
    privacy.start();
    this.reportsUpkeep = new Hourly("looking after problem reports", reports::upkeep, incidents);
    this.api = new Api(gate, incidents, usage.counted(routes));
    this.adminPage = new AdminPage(gate, resources::tags);
  }

  /** Whether another node runs; asked once the app is put together. */
  private boolean runs(String node) {
    return privacy.nodes().running().contains(node);
  }

  /** Public for the Spring context, which hands it to the data provider. */
  public PageData pageData() {
    return () -> errors.pageConfig().json(usage.counting());
  }

  /** The same, for the data provider of administration pages. */
  public AdminPageData adminPageData() {
    return menuBadge;
  }

  /** Public for the Spring context, as above. */
  public ReportPageData reportPageData() {
    return reports.page();
  }

  ReportIngest reportIngest() {
    return reportIngest;
  }

  ReportHtml reportHtml() {
    return reportHtml;
  }

  Api api() {
    return api;
  }

  Ingest ingest() {
    return ingest;
  }

  UsageIngest usageIngest() {
    return usageIngest;
  }

  AdminPage adminPage() {
    return adminPage;
  }

  /** Stops what is running, as when the product disables or upgrades the app. */
  @Override
  public void close() {
    privacy.close();
    errorsUpkeep.close();
    errors.close();
    reportsUpkeep.close();
    reports.close();
    watch.close();
    storedUpkeep.close();
    storedEvents.close();
    stored.close();
    usage.close();
    outgoing.close();
    zips.close();
  }
}
