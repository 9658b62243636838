package io.hearth.web;

import io.hearth.application.Background;
import io.hearth.application.audit.AuditKind;
import io.hearth.application.audit.AuditTrail;
import io.hearth.application.audit.Deed;
import io.hearth.cluster.Lease;
import io.hearth.cluster.Nodes;
import io.hearth.egress.Destinations;
import io.hearth.host.Host;
import io.hearth.host.HostUser;
import io.hearth.privacy.ChosenDays;
import io.hearth.privacy.ClusterKind;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.Deletions;
import io.hearth.privacy.Deletions.Receipt;
import io.hearth.privacy.RetentionJob;
import io.hearth.store.PrivateFolder;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Puts together what shows, deletes and lets expire all that the app keeps. */
final class PrivacyPart implements AutoCloseable {

  /** What a part needs to tell of its kinds. */
  record Surroundings(Supplier<PrivateFolder> hearth, Nodes nodes, ChosenDays days) {}

  /**
   * What tells the time.
   *
   * @param nanos a counter that no change of a clock moves
   */
  record Time(Clock clock, LongSupplier nanos, Lease.Pause pause) {

    static Time system(Clock clock) {
      return new Time(clock, System::nanoTime, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }
  }

  /** Tells the kinds that a part keeps. */
  @FunctionalInterface
  interface Keeper {
    List<DataKind> kinds(Surroundings surroundings);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Who does what nobody asked for. */
  private static final HostUser ITSELF = new HostUser("", "Hearth", "Hearth", Optional.empty());

  private final Nodes nodes;
  private final List<DataKind> kinds = new ArrayList<>();
  private final Deletions deletions;
  private final RetentionJob retention;
  private final Incidents incidents;
  private final Audit audit;
  private Optional<ScheduledExecutorService> thread = Optional.empty();
  private boolean failing;

  /**
   * @param keepers of all parts, in the order in which their kinds are shown
   */
  PrivacyPart(
      Host host,
      Nodes nodes,
      Time time,
      Incidents incidents,
      AuditTrail trail,
      Audit audit,
      List<Keeper> keepers) {
    Supplier<PrivateFolder> hearth = () -> PrivateFolder.in(host.layout().sharedHome());
    this.incidents = incidents;
    this.audit = audit;
    this.nodes = nodes;
    this.deletions =
        new Deletions(
            hearth,
            nodes,
            () -> kinds,
            time.clock(),
            (kind, failure) -> incidents.part("deleting " + kind, failure));
    this.retention =
        new RetentionJob(
            hearth,
            () -> kinds,
            nodes,
            deletions,
            time.clock(),
            time.nanos(),
            time.pause(),
            this::expired);
    ChosenDays days = new ChosenDays(host.settings());
    Surroundings surroundings = new Surroundings(hearth, nodes, days);
    keepers.forEach(keeper -> kinds.addAll(keeper.kinds(surroundings)));
    kinds.add(new AuditKind(hearth, trail, nodes, () -> days.of(AuditKind.ID)));
    kinds.add(new ClusterKind(hearth, deletions, nodes));
  }

  List<Route> routes(Host host, Destinations destinations, AuditTrail trail, Clock clock) {
    PrivacyViews views = new PrivacyViews(this, host, destinations, incidents);
    List<Route> routes = new ArrayList<>(new PrivacyCalls(this, views, audit).routes());
    routes.addAll(new DeletionCalls(this, clock, audit).routes());
    routes.addAll(new AuditCalls(trail, audit).routes());
    PrivacyTexts texts = new PrivacyTexts(this, views, host);
    OwnTexts own = new OwnTexts(host.settings(), clock);
    routes.addAll(new PrivacyTextCalls(texts, own, audit).routes());
    routes.addAll(new EgressCalls(destinations, audit).routes());
    return routes;
  }

  List<SettingsSection> settings(Host host, Clock clock) {
    return List.of(
        new RetentionSection(this::kinds).section(),
        new OwnTexts(host.settings(), clock).section());
  }

  private void expired(Receipt receipt) {
    audit.done(ITSELF, Deed.DATA_EXPIRED, DeletionCalls.what(receipt));
  }

  List<DataKind> kinds() {
    return List.copyOf(kinds);
  }

  Nodes nodes() {
    return nodes;
  }

  Deletions deletions() {
    return deletions;
  }

  RetentionJob retention() {
    return retention;
  }

  /** From now on this node is seen by the others, does what they ask, and lets old data go. */
  synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(Background.threads("hearth-privacy"));
    every(started, 0, 30, nodes::beat);
    every(started, 1, 5, deletions::obey);
    every(started, 60, 3600, retention::run);
    thread = Optional.of(started);
  }

  private void every(ScheduledExecutorService on, long first, long seconds, Work work) {
    on.scheduleWithFixedDelay(() -> attempt(work), first, seconds, TimeUnit.SECONDS);
  }

  /** An exception would end the repetition; a failure that lasts is told once. */
  private void attempt(Work work) {
    try {
      work.run();
      failing = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (!failing) {
        incidents.part("looking after kept data", e);
      }
      failing = true;
    }
  }

  @Override
  public synchronized void close() {
    if (thread.isPresent()) {
      thread.get().shutdownNow();
      thread = Optional.empty();
      attempt(nodes::stop);
    }
  }
}
