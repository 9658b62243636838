package io.hearth.collections;

import io.hearth.application.BuiltInRedaction;
import io.hearth.application.Choice;
import io.hearth.application.Limits;
import io.hearth.application.Requester;
import io.hearth.application.SupportZips;
import io.hearth.application.Workplace;
import io.hearth.application.redaction.ChosenRedactions;
import io.hearth.application.redaction.LookupTables;
import io.hearth.application.redaction.SupportCases;
import io.hearth.application.redaction.ZipRedactions;
import io.hearth.application.redaction.ZipRedactions.ZipRedaction;
import io.hearth.cluster.Nodes;
import io.hearth.collectors.Collector;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Item;
import io.hearth.collectors.Scope;
import io.hearth.host.HostUser;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.store.PrivateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A node that stores ZIPs of one item, which a test can hold up; the next process of it too. */
final class Site implements AutoCloseable {

  static final long GIB = 1L << 30;
  static final Room.Free PLENTY = new Room.Free(100 * GIB, 90 * GIB);

  final MovedClock clock = new MovedClock();
  final List<String> endings = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final TestProduct product;

  /** How far a test has let time pass. */
  volatile Duration later = Duration.ZERO;

  volatile Room.Free disk = PLENTY;
  volatile CountDownLatch gate = new CountDownLatch(0);
  final CountDownLatch reached = new CountDownLatch(1);
  final List<Entry> entries = new ArrayList<>();
  final Nodes nodes;
  final ZipRedactions redactions;
  volatile Patience patience = Patience.standard();
  private SupportZips zips;
  private StoredZips stored;

  Site(Path home, String node) {
    product = new TestProduct(home);
    product.node = node;
    nodes = new Nodes(() -> PrivateFolder.nodesIn(home), () -> node, clock, this::nanos);
    SupportCases cases = new SupportCases(product, clock);
    redactions =
        new ZipRedactions(
            new ChosenRedactions(product), cases, new LookupTables(product, cases, clock));
    entries.add(made("first.txt", "one\n"));
    entries.add(
        new Entry.Made(
            "held.txt",
            10,
            out -> {
              out.write("two\n".getBytes(StandardCharsets.UTF_8));
              reached.countDown();
              try {
                gate.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new java.io.IOException(e);
              }
            }));
  }

  static Entry made(String name, String text) {
    return new Entry.Made(
        name, text.length(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private long nanos() {
    return System.nanoTime() + later.toNanos();
  }

  StoredZips start() {
    return start(new Room(5, GIB, 2, folder -> disk));
  }

  StoredZips start(Room room) {
    zips =
        new SupportZips(
            product,
            List.of(collector()),
            BuiltInRedaction.standard(),
            new Workplace(true, 1, Thread.NORM_PRIORITY, Duration.ofMinutes(1)),
            clock,
            (what, failure) -> {});
    Cluster cluster = new Cluster(nodes, ZipRedactions::part, patience, this::nanos);
    stored =
        new StoredZips(
            product,
            zips,
            room,
            cluster,
            clock,
            (what, failure) -> failures.add(what + ": " + failure),
            told());
    stored.start();
    nodes.beat();
    return stored;
  }

  StoredZips stored() {
    return stored;
  }

  SupportZips zips() {
    return zips;
  }

  private Endings told() {
    return new Endings() {
      @Override
      public void ended(StoredZip zip, HostUser startedBy) {
        endings.add(startedBy.name() + " " + zip.state());
      }

      @Override
      public void expired(StoredZip zip) {
        endings.add("expired " + zip.fileName());
      }
    };
  }

  private Collector collector() {
    Item item = new Item("logs", Set.of(Item.Preset.FULL), Set.of(), Item.Cost.NONE);
    return new Collector() {
      @Override
      public Item item() {
        return item;
      }

      @Override
      public List<Entry> entries(Scope scope) {
        return List.copyOf(entries);
      }
    };
  }

  Order order(String fileName) {
    HostUser ada = new HostUser("key", "ada", "Ada", Optional.empty());
    return new Order(
        new Requester(ada, Locale.ENGLISH),
        everything(),
        fileName,
        BuiltInRedaction.standard(),
        Optional.empty(),
        () -> endings.add("whole " + fileName));
  }

  /** A ZIP that this node leads; one that is gone is told of. */
  StoredZip gather(boolean own, List<String> others, Duration longest) {
    ZipRedaction redaction = redactions.single(true);
    HostUser ada = new HostUser("key", "ada", "Ada Byron", Optional.of("ada@acme.example"));
    Order order =
        new Order(
            new Requester(ada, Locale.ENGLISH),
            everything(),
            "all.zip",
            redaction.engine(),
            Optional.of(new Gather(own, others, List.of("gone"), longest, redaction)),
            () -> redaction.done("all.zip"));
    if (stored.order(order) instanceof StoredZips.Answer.Taken taken) {
      return taken.zip();
    }
    throw new AssertionError("the order was refused");
  }

  static Choice everything() {
    return new Choice(List.of("logs"), Map.of(), Limits.standard(), false, true);
  }

  StoredZip take(String fileName) {
    if (stored.order(order(fileName)) instanceof StoredZips.Answer.Taken taken) {
      return taken.zip();
    }
    throw new AssertionError("the order was refused");
  }

  StoredZip ended(String id) {
    until(() -> stored.find(id).map(zip -> !zip.state().open()).orElse(true));
    return stored.find(id).orElseThrow();
  }

  Path folder(String id) {
    return product.home.resolve("hearth/zips").resolve(id);
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    stored.close();
    zips.close();
  }
}
