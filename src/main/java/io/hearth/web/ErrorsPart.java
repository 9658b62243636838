package io.hearth.web;

import io.hearth.application.HearthVersion;
import io.hearth.egress.Destinations;
import io.hearth.egress.Outgoing;
import io.hearth.errors.agent.Agents;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.forward.Forwarder;
import io.hearth.errors.grouping.Grouping;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorIntake;
import io.hearth.errors.intake.Passed;
import io.hearth.errors.intake.SaltsKind;
import io.hearth.errors.maps.SourceMaps;
import io.hearth.errors.maps.SourceMapsKind;
import io.hearth.errors.page.InstanceKey;
import io.hearth.errors.page.KnownApps;
import io.hearth.errors.page.PageConfig;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.DecisionsKind;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.GroupsKind;
import io.hearth.errors.store.Regrouping;
import io.hearth.errors.store.StoreBounds;
import io.hearth.errors.timeline.Timeline;
import io.hearth.errors.timeline.TimelineKind;
import io.hearth.errors.triage.Board;
import io.hearth.errors.triage.Comebacks;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Retention;
import io.hearth.store.PrivateFolder;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Puts the parts for browser errors together. */
final class ErrorsPart implements AutoCloseable {

  /** What needs the product's folders, and so waits until it has some. */
  private record Opened(
      ErrorStore store,
      ErrorArchive archive,
      Decisions decisions,
      ErrorDesk desk,
      ErrorIntake intake,
      Regrouping regrouping) {}

  private final Host host;
  private final Clock clock;
  private final Incidents incidents;
  private final GroupLog groupLog;
  private final InstanceKey instanceKey;
  private final ChosenErrorSettings settings;
  private final KnownApps apps;
  private final PageConfig pageConfig;
  private final SourceMaps maps;
  private final Timeline timeline;
  private final Forwarder forwarder;
  private final Late<Opened> opened = new Late<>(this::open);

  ErrorsPart(
      Host host, Clock clock, Incidents incidents, Destinations destinations, Outgoing outgoing) {
    this.host = host;
    this.clock = clock;
    this.incidents = incidents;
    this.groupLog = new GroupLog(clock);
    this.instanceKey = new InstanceKey(host.settings(), new SecureRandom());
    this.settings = new ChosenErrorSettings(host.settings(), clock);
    this.apps = new KnownApps(host, clock);
    this.pageConfig = new PageConfig(host, this::watched, apps);
    this.maps = new SourceMaps(host, clock);
    this.timeline = new Timeline(host, clock, nodeStarted());
    this.forwarder = new Forwarder(outgoing, destinations, HearthVersion.read(), clock);
  }

  private static Instant nodeStarted() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  private Watched watched() {
    var now = settings.now();
    return new Watched(
        now.watch(),
        Set.copyOf(now.apps()),
        now.noiseKept().stream().map(noise -> noise.reason()).sorted().toList(),
        instanceKey.text());
  }

  ErrorDigest digest() {
    return new ErrorDigest(() -> opened().desk(), () -> settings.now().watch(), clock);
  }

  PageConfig pageConfig() {
    return pageConfig;
  }

  ErrorIntake intake() {
    return opened().intake();
  }

  /** The groups as they are now, for whoever links to them. */
  Board board() {
    return opened().desk().board();
  }

  /** Empty when there is no such app. */
  String appName(String key) {
    return apps.find(key).map(InstalledApp::name).orElse("");
  }

  List<Route> routes(Audit audit) {
    Supplier<ErrorDesk> desk = () -> opened().desk();
    ErrorGroupCalls groups = new ErrorGroupCalls(desk, this::appName, clock, audit);
    List<Route> routes = new ArrayList<>(groups.routes());
    routes.addAll(new TriageCalls(desk, groups, audit).routes());
    routes.addAll(new ErrorSettingsCalls(settings, instanceKey, desk, apps::all, audit).routes());
    routes.addAll(new ForwardingCalls(forwarder::counts).routes());
    routes.addAll(new SourceMapCalls(maps, audit).routes());
    routes.addAll(new TimelineCalls(desk, timeline, this::appName, clock).routes());
    return routes;
  }

  private Opened opened() {
    return opened.get();
  }

  private Opened open() {
    PrivateFolder nodes = nodes();
    Decisions decisions = new Decisions(nodes, host.nodeId(), clock);
    ErrorStore store =
        new ErrorStore(
            nodes,
            host.nodeId(),
            host.product().version(),
            clock,
            StoreBounds.DEFAULT,
            decisions,
            incidents::warn);
    ErrorArchive archive = new ErrorArchive(nodes, Optional.of(store), decisions, clock);
    ErrorDesk desk = new ErrorDesk(archive, decisions, store::forgetDeleted, clock);
    Grouping grouping = new Grouping();
    Comebacks comebacks = new Comebacks(decisions, desk::board, groupLog::cameBack, clock);
    ErrorIntake intake =
        new ErrorIntake(
            store, settings, surroundings(), new Agents()::of, watcher(comebacks), clock);
    Regrouping regrouping =
        new Regrouping(
            nodes, host.nodeId(), decisions, Grouping.RULES, event -> grouping.group(event).id());
    return new Opened(store, archive, decisions, desk, intake, regrouping);
  }

  private ErrorIntake.Watcher watcher(Comebacks comebacks) {
    return new ErrorIntake.Watcher() {
      @Override
      public void appeared(Grouped head, String app) {
        if (!comebacks.isCarriedOver(head.id())) {
          groupLog.appeared(head, app);
        }
      }

      @Override
      public void arrives(GroupId group, String appRelease) {
        comebacks.arrives(group, appRelease);
      }

      @Override
      public void passed(Passed error) {
        forwarder.offer(error);
      }
    };
  }

  private ErrorIntake.Surroundings surroundings() {
    return new ErrorIntake.Surroundings() {
      @Override
      public boolean isInstalled(String app) {
        return apps.find(app).filter(one -> !one.bundled()).isPresent();
      }

      @Override
      public String version(String app) {
        return apps.find(app).map(InstalledApp::version).orElse("");
      }
    };
  }

  SettingsSection settings() {
    return ErrorSettingsFields.section(settings);
  }

  /** What is kept of errors; see {@link io.hearth.privacy.DataKind}. */
  List<DataKind> kinds(PrivacyPart.Surroundings around) {
    BooleanSupplier watching = () -> settings.now().watch() != Watched.Mode.NONE;
    Supplier<Retention> withErrors =
        () -> new Retention.With(GroupsKind.ID, settings.now().retentionDays());
    return List.of(
        new GroupsKind(
            around.hearth(),
            () -> opened().store(),
            () -> opened().archive(),
            this::storeOf,
            around.nodes(),
            () -> new Retention.Chosen(settings.now().retentionDays(), this::keepFor),
            watching),
        new DecisionsKind(
            around.hearth(),
            () -> opened().decisions(),
            node -> new Decisions(nodes(), node, clock),
            around.nodes(),
            withErrors),
        new TimelineKind(around.hearth(), timeline, around.nodes(), withErrors),
        new SaltsKind(this::intake, () -> opened().store().forgetUsers(), watching),
        new SourceMapsKind(around.hearth(), maps, () -> around.days().of(SourceMapsKind.ID)));
  }

  private void keepFor(int days) {
    settings.keep(settings.now().keptFor(days));
  }

  private PrivateFolder nodes() {
    return PrivateFolder.nodesIn(host.layout().sharedHome());
  }

  private ErrorStore storeOf(String node) {
    return new ErrorStore(
        nodes(),
        node,
        host.product().version(),
        clock,
        StoreBounds.DEFAULT,
        opened().decisions(),
        incidents::warn);
  }

  /** At the start and once an hour: groups follow the rules, changes are noted. */
  void upkeep() {
    try {
      opened().regrouping().run();
    } catch (UncheckedIOException e) {
      // Groups stay as they are until the next time.
      incidents.part("carrying browser errors over into new rules", e);
    }
    timeline.look();
    timeline.keepFew();
  }

  @Override
  public void close() {
    Optional<Opened> last = opened.close();
    forwarder.close();
    last.ifPresent(one -> one.store().close());
  }
}
