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

  /** An item that obeys its limit. */
  private static List<Entry> sized(Scope scope, int size) {
    int given = (int) Math.min(size, scope.maxBytesPerItem());
    return List.of(Attempt.file("a", "x".repeat(given)));
  }
}
