package io.hearth.usage;

import io.hearth.host.InstalledApp;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import io.hearth.store.PrivateFolder;
import io.hearth.usage.consent.ChosenUsage;
import io.hearth.usage.consent.Consent;
import io.hearth.usage.consent.Counting;
import io.hearth.usage.consent.UsageSettings;
import io.hearth.usage.intake.UsageIntake;
import io.hearth.usage.report.Published;
import io.hearth.usage.report.Publisher;
import io.hearth.usage.store.Counter;
import io.hearth.usage.store.Outcome;
import io.hearth.usage.store.UsageFiles;
import io.hearth.usage.store.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One node of an instance whose administrator agreed to count three features. */
final class Office {

  static final String APP = "com.example.board";
  static final LocalDate TODAY = LocalDate.parse("2026-03-01");

  final MovedClock time = new MovedClock();
  final TestProduct product;
  final ChosenUsage chosen;
  final UsageFiles files;
  final Counter counter;
  final Publisher publisher;
  final UsageIntake intake;
  private final Path home;

  Office(Path home) {
    this(home, "node1", new TestProduct(home));
  }

  /** Another node is of the same product, whose settings it has. */
  Office(Path home, String node, TestProduct product) {
    this.home = home;
    this.product = product;
    chosen = new ChosenUsage(product.settings(), time, new SecureRandom());
    files = new UsageFiles(PrivateFolder.nodesIn(home));
    counter = new Counter(files, node, chosen, time, new SecureRandom());
    publisher = new Publisher(files, chosen, time);
    intake = new UsageIntake(counter);
  }

  Office agreed(Counting... kinds) {
    Set<Counting> all = EnumSet.of(Counting.FEATURES, kinds);
    chosen.agree(
        new Consent(
            "ada",
            time.now,
            time.now,
            all,
            List.of("io.hearth:zip-made", APP + ":opened", APP + ":moved")));
    return this;
  }

  Office agreedToAll() {
    return agreed(Counting.DURATIONS, Counting.PEOPLE, Counting.OTHER_APPS);
  }

  Office shows(int threshold, UsageSettings.Noise noise) {
    chosen.keep(new UsageSettings(threshold, noise, 180));
    return this;
  }

  static Use use(String name, Outcome outcome, long milliseconds) {
    int colon = name.indexOf(':');
    return new Use(
        name.substring(0, colon),
        name.substring(colon + 1),
        outcome,
        milliseconds < 0 ? OptionalLong.empty() : OptionalLong.of(milliseconds));
  }

  void does(String person, String name) throws IOException {
    counter.count(person, List.of(use(name, Outcome.OK, -1)));
  }

  /** As many people, each once. */
  void people(int number, String name) throws IOException {
    for (int n = 0; n < number; n++) {
      does("person " + n, name);
    }
  }

  /** The day is over and all nodes have written it. */
  void dayPasses() throws IOException {
    counter.write();
    time.now = time.now.plus(Duration.ofDays(1));
    counter.write();
  }

  String file(LocalDate date) throws IOException {
    return Files.readString(path(date));
  }

  Path path(LocalDate date) {
    return home.resolve("hearth/nodes/node1/usage/" + date + ".json");
  }

  List<Published> table() throws IOException {
    return publisher.table(LocalDate.EPOCH);
  }

  /** Everything that is kept, in folders and settings, by its place. */
  Map<String, byte[]> kept() throws IOException {
    Map<String, byte[]> kept = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        kept.put(home.relativize(one).toString(), Files.readAllBytes(one));
      }
    }
    product.kept.forEach((key, value) -> kept.put(key, value.getBytes(StandardCharsets.UTF_8)));
    return kept;
  }

  static InstalledApp app(String key) {
    return new InstalledApp(key, "App " + key, "1.0", "Vendor", "enabled", false);
  }
}
