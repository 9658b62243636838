package io.hearth.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.application.Attempt.Result;
import io.hearth.collectors.Entry;
import io.hearth.collectors.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void largeItemsShareWhatSmallOnesLeave() {
    Result zip =
        new Attempt()
            .atMost(100)
            .with("logs", scope -> sized(scope, 1000))
            .with("access", scope -> sized(scope, 50))
            .with("conf", scope -> sized(scope, 10))
            .done();

    assertEquals(45, zip.text("logs/a").length());
    assertEquals(45, zip.text("access/a").length());
    assertEquals(10, zip.text("conf/a").length());
  }

  @Test
  void whatFitsIsNotShared() {
    Result zip =
        new Attempt()
            .atMost(100)
            .with("logs", scope -> sized(scope, 90))
            .with("conf", scope -> sized(scope, 10))
            .done();

    assertEquals(90, zip.text("logs/a").length());
  }

  @Test
  void whatIsSmallComesFirstAndWhatIsLargeInTurns() {
    Result zip =
        new Attempt()
            .with("logs", large("main"), large("older"), large("oldest"))
            .with("access", large("today"))
            .with("conf", Attempt.file("a", "x"), Attempt.file("b", "x"))
            .done();

    assertEquals(
        List.of("conf/a", "conf/b", "logs/main", "access/today", "logs/older", "logs/oldest"),
        zip.names().stream().filter(name -> name.contains("/")).toList());
  }

  private static Entry large(String name) {
    return Attempt.file(name, "x".repeat(5 << 20));
  }

  /** An item that obeys its limit. */
  private static List<Entry> sized(Scope scope, int size) {
    int given = (int) Math.min(size, scope.maxBytesPerItem());
    return List.of(Attempt.file("a", "x".repeat(given)));
  }
}
