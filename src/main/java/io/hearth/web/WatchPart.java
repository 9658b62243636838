package io.hearth.web;

import com.google.gson.JsonObject;
import io.hearth.application.Choice;
import io.hearth.application.Limits;
import io.hearth.application.Names;
import io.hearth.application.Requester;
import io.hearth.application.SupportZips;
import io.hearth.application.audit.Deed;
import io.hearth.cluster.Lease;
import io.hearth.collections.Cause;
import io.hearth.collections.Order;
import io.hearth.collections.StoredZips;
import io.hearth.collectors.Item;
import io.hearth.collectors.Vitals;
import io.hearth.host.Host;
import io.hearth.store.PrivateFolder;
import io.hearth.watch.ChosenWatch;
import io.hearth.watch.HealthWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Support ZIPs that are made by themselves when health turns bad. */
final class WatchPart implements AutoCloseable {

  private static final long MIB = 1L << 20;

  /** Small and soon: what a restart would take away, and the newest of the logs. */
  private static final Limits QUICK =
      new Limits(
          100 * MIB,
          20 * MIB,
          Optional.of(Duration.ofDays(1)),
          Optional.empty(),
          Optional.of(Duration.ofMinutes(3)));

  private static final Duration LEASE_LASTS = Duration.ofMinutes(1);
  private static final Duration LEASE_SETTLES = Duration.ofSeconds(2);

  private final StoredZips stored;
  private final SupportZips zips;
  private final ZipOrders orders;
  private final Audit audit;
  private final ChosenWatch chosen;
  private final HealthWatch watch;

  WatchPart(
      StoredZips stored, SupportZips zips, ZipOrders orders, Audit audit, Incidents incidents) {
    this.stored = stored;
    this.zips = zips;
    this.orders = orders;
    this.audit = audit;
    Host host = orders.host();
    this.chosen = new ChosenWatch(host.settings());
    Lease lease =
        new Lease(
            () -> PrivateFolder.in(host.layout().sharedHome()).below("privacy"),
            "health-watch.txt",
            host::nodeId,
            LEASE_LASTS,
            LEASE_SETTLES,
            System::nanoTime,
            time -> Thread.sleep(time.toMillis()));
    this.watch =
        new HealthWatch(
            chosen::now,
            () -> Vitals.of(host, orders.clock()),
            stored::all,
            lease,
            this::keep,
            orders.clock(),
            incidents::part);
  }

  void start() {
    watch.start();
  }

  List<Route> routes() {
    return new WatchCalls(chosen, audit).routes();
  }

  SettingsSection settings() {
    return WatchCalls.section(chosen);
  }

  private boolean keep(Cause cause) {
    Choice choice = new Choice(zips.preset(Item.Preset.QUICK), Map.of(), QUICK, false, true);
    String fileName = orders.fileName().replace(".zip", "-" + Names.of(cause) + ".zip");
    Order order =
        new Order(
            new Requester(StoredZipAudit.HEARTH, orders.host().locale()),
            choice,
            fileName,
            orders.redactions().single(false).engine(),
            Optional.empty(),
            () -> {},
            Optional.of(cause));
    if (!(stored.order(order) instanceof StoredZips.Answer.Taken taken)) {
      return false;
    }
    JsonObject what = new JsonObject();
    what.addProperty("zip", taken.zip().id());
    what.addProperty("file", fileName);
    what.addProperty("cause", Names.of(cause));
    audit.done(StoredZipAudit.HEARTH, Deed.SUPPORT_ZIP_ORDERED, what);
    return true;
  }

  @Override
  public void close() {
    watch.close();
  }
}
