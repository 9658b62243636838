package io.hearth.web;

import io.hearth.host.Host;
import io.hearth.privacy.DataKind;
import io.hearth.privacy.SettingsKind;
import io.hearth.store.PrivateFolder;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.declare.Declarations;
import io.hearth.usage.intake.UsageIntake;
import io.hearth.usage.kinds.UsageCounts;
import io.hearth.usage.kinds.UsagePeople;
import io.hearth.usage.report.Publisher;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.UsageFiles;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts the parts for counting together. */
final class UsagePart implements AutoCloseable {

  /** What needs the product's folders, and so waits until it has some. */
  record Opened(UsageFiles files, Counter counter, UsageIntake intake, Publisher publisher) {}

  private final Host host;
  private final Clock clock;
  private final Incidents incidents;
  private final ChosenUsage chosen;
  private final Declarations declarations;
  private final UsageCounts counts;
  private final Quarterly quarterly;
  private final Late<Opened> opened = new Late<>(this::open);

  UsagePart(Host host, Clock clock, Incidents incidents) {
    this.host = host;
    this.clock = clock;
    this.incidents = incidents;
    this.chosen = new ChosenUsage(host.settings(), clock, new SecureRandom());
    this.declarations = new Declarations(host);
    this.counts = new UsageCounts(() -> opened().files(), () -> opened().counter(), chosen, clock);
    this.quarterly = new Quarterly(clock, this::atQuarter);
  }

  /** Whether pages are to count; asked for each page. */
  boolean counting() {
    return chosen.recentConsent().isPresent();
  }

  UsageIntake intake() {
    return opened().intake();
  }

  List<Route> routes(Audit audit) {
    return new UsageCalls(chosen, declarations, this::opened, counts, clock, audit).routes();
  }

  /** The same routes, of which those that are features of ours are counted. */
  List<Route> counted(List<Route> routes) {
    return new CountedRoutes(() -> opened().counter(), incidents).of(routes);
  }

  List<SettingsSection> settings() {
    return UsageSections.of(chosen);
  }

  /** What is kept of usage; see {@link DataKind}. */
  List<DataKind> kinds(PrivacyPart.Surroundings around) {
    return List.of(
        counts,
        new UsagePeople(() -> opened().counter(), chosen),
        new SettingsKind(
            "usage-consent",
            List.of(new SettingsKind.Key(ChosenUsage.CONSENT, false)),
            List.of("by", "at", "since", "kinds", "features"),
            host.settings()));
  }

  private Opened opened() {
    return opened.get();
  }

  private Opened open() {
    UsageFiles files = new UsageFiles(PrivateFolder.nodesIn(host.layout().sharedHome()));
    Counter counter = new Counter(files, host.nodeId(), chosen, clock, new SecureRandom());
    return new Opened(
        files, counter, new UsageIntake(counter), new Publisher(files, chosen, clock));
  }

  /** Writes what was counted, whether or not there is anything. */
  void atQuarter() {
    try {
      opened().counter().write();
    } catch (IOException | RuntimeException e) {
      incidents.part("keeping counters of usage", e);
    }
  }

  /** What is in memory is written; then nobody counts any more. */
  @Override
  public void close() {
    quarterly.close();
    Optional<Opened> last = opened.close();
    try {
      if (last.isPresent()) {
        last.get().counter().write();
      }
    } catch (IOException | RuntimeException e) {
      incidents.part("keeping counters of usage", e);
    }
  }
}
