package io.hearth.web;

import io.hearth.errors.agent.Agents;
import io.hearth.errors.event.GroupId;
import io.hearth.errors.event.Grouped;
import io.hearth.errors.intake.ChosenErrorSettings;
import io.hearth.errors.intake.ErrorIntake;
import io.hearth.errors.maps.SourceMaps;
import io.hearth.errors.page.InstanceKey;
import io.hearth.errors.page.KnownApps;
import io.hearth.errors.page.PageConfig;
import io.hearth.errors.page.Watched;
import io.hearth.errors.store.Decisions;
import io.hearth.errors.store.ErrorArchive;
import io.hearth.errors.store.ErrorStore;
import io.hearth.errors.store.StoreBounds;
import io.hearth.errors.timeline.Timeline;
import io.hearth.errors.triage.Comebacks;
import io.hearth.errors.triage.ErrorDesk;
import io.hearth.host.Host;
import io.hearth.host.InstalledApp;
import io.hearth.store.PrivateFolder;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Puts the parts for browser errors together. */
final class ErrorsPart implements AutoCloseable {

  /** What needs the product's folders, and so waits until it has some. */
  private record Opened(ErrorStore store, ErrorDesk desk, ErrorIntake intake) {}

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
  private Optional<Opened> opened = Optional.empty();
  private boolean closed;

  ErrorsPart(Host host, Clock clock, Incidents incidents) {
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

  PageConfig pageConfig() {
    return pageConfig;
  }

  ErrorIntake intake() {
    return opened().intake();
  }

  List<Route> routes(Audit audit) {
    Supplier<ErrorDesk> desk = () -> opened().desk();
    UnaryOperator<String> appName = key -> apps.find(key).map(InstalledApp::name).orElse("");
    ErrorGroupCalls groups = new ErrorGroupCalls(desk, appName, clock, audit);
    List<Route> routes = new ArrayList<>(groups.routes());
    routes.addAll(new TriageCalls(desk, groups, audit).routes());
    routes.addAll(new ErrorSettingsCalls(settings, instanceKey, desk, apps::all, audit).routes());
    routes.addAll(new SourceMapCalls(maps, audit).routes());
    routes.addAll(new TimelineCalls(desk, timeline, appName, clock).routes());
    return routes;
  }

  private synchronized Opened opened() {
    if (closed) {
      throw new IllegalStateException("the app is being switched off");
    }
    if (opened.isEmpty()) {
      opened = Optional.of(open());
    }
    return opened.get();
  }

  private Opened open() {
    PrivateFolder nodes = PrivateFolder.nodesIn(host.layout().sharedHome());
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
    Comebacks comebacks = new Comebacks(decisions, desk::board, groupLog::cameBack, clock);
    ErrorIntake intake =
        new ErrorIntake(
            store, settings, surroundings(), new Agents()::of, watcher(comebacks), clock);
    return new Opened(store, desk, intake);
  }

  private ErrorIntake.Watcher watcher(Comebacks comebacks) {
    return new ErrorIntake.Watcher() {
      @Override
      public void appeared(Grouped head, String app) {
        groupLog.appeared(head, app);
      }

      @Override
      public void arrives(GroupId group, String appRelease) {
        comebacks.arrives(group, appRelease);
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

  /** Once an hour: what has become too old goes, and changes of the instance are noted. */
  void upkeep() {
    Instant before = clock.instant().minus(Duration.ofDays(settings.now().retentionDays()));
    opened().store().expire(before);
    timeline.look();
    timeline.expire(before);
  }

  @Override
  public synchronized void close() {
    closed = true;
    opened.ifPresent(one -> one.store().close());
    opened = Optional.empty();
  }
}
