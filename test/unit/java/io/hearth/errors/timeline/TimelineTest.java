package io.hearth.errors.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.errors.timeline.InstanceEvent.Kind;
import io.hearth.host.InstalledApp;
import io.hearth.host.MovedClock;
import io.hearth.host.TestProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path home;
  private final MovedClock clock = new MovedClock();
  private TestProduct product;
  private Timeline timeline;

  @BeforeEach
  void start() {
    product = new TestProduct(home);
    timeline = begun(START);
  }

  /** As the app sees it in a process that began then. */
  private Timeline begun(Instant started) {
    return new Timeline(product, clock, started);
  }

  private void restart() {
    later(Duration.ofMinutes(1));
    begun(clock.now).look();
  }

  private void later(Duration time) {
    clock.now = clock.now.plus(time);
  }

  private static InstalledApp app(String version, String state) {
    return new InstalledApp("com.example.app", "Example", version, "Example", state, false);
  }

  private List<String> told() {
    return timeline.since(Instant.EPOCH).stream()
        .map(one -> one.kind().id() + " " + one.app() + " " + one.from() + ">" + one.to())
        .map(String::strip)
        .toList();
  }

  @Test
  void theFirstLookOnlyRemembers() {
    product.installed.add(app("1.0", "enabled"));
    timeline.look();
    assertEquals(List.of(), told());
  }

  @Test
  void appsComeChangeAndGo() {
    timeline.look();
    product.installed.add(app("1.0", "enabled"));
    timeline.look();
    later(Duration.ofHours(1));
    product.installed.set(0, app("1.1", "enabled"));
    timeline.look();
    later(Duration.ofHours(1));
    product.installed.set(0, app("1.1", "disabled"));
    timeline.look();
    later(Duration.ofHours(1));
    product.installed.clear();
    product.version = "11.1.0";
    timeline.look();
    timeline.look();
    assertEquals(
        List.of(
            "product-upgraded  11.0.0>11.1.0",
            "app-removed com.example.app 1.1>",
            "app-disabled com.example.app 1.1>1.1",
            "app-updated com.example.app 1.0>1.1",
            "app-installed com.example.app >1.0"),
        told());
  }

  @Test
  void anotherProcessIsARestartAndTheAppSwitchedOffAndOnIsNone() {
    timeline.look();
    begun(START).look();
    assertEquals(List.of(), told());
    later(Duration.ofHours(3));
    product.version = "11.1.0";
    Timeline next = begun(START.plus(Duration.ofHours(2)));
    next.look();
    next.look();
    assertEquals(List.of("product-upgraded  11.0.0>11.1.0", "started  >11.1.0"), told());
    assertEquals(START.plus(Duration.ofHours(2)), next.since(START).get(1).time());
  }

  @Test
  void whatTwoNodesSawIsOneEventAndEachStartIsItsOwn() {
    Timeline both = begun(START.plusSeconds(1));
    for (String node : List.of("node1", "node2")) {
      product.node = node;
      timeline.look();
      both.look();
    }
    product.installed.add(app("1.0", "enabled"));
    both.look();
    later(Duration.ofMinutes(5));
    product.node = "node1";
    both.look();
    assertEquals(
        1, timeline.since(START).stream().filter(one -> one.kind() == Kind.APP_INSTALLED).count());
    assertEquals(
        2, timeline.since(START).stream().filter(one -> one.kind() == Kind.STARTED).count());
  }

  @Test
  void brokenLinesAreNoEvents() throws IOException {
    timeline.look();
    restart();
    Files.writeString(
        home.resolve("hearth/nodes/node1/timeline.jsonl"),
        "{\"time\":\"never\",\"kind\":\"started\"}\n{}\nnull\n{\"time\":\"2026-",
        StandardOpenOption.APPEND);
    assertEquals(1, told().size());
  }

  @Test
  void oldEventsExpire() throws IOException {
    timeline.look();
    restart();
    later(Duration.ofDays(10));
    restart();
    timeline.expire(START.plus(Duration.ofDays(5)));
    assertEquals(1, told().size());
  }
}
