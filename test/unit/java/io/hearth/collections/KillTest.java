package io.hearth.collections;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few deaths; {@code npm run kill:collections} has many. */
class KillTest {

  @TempDir Path home;

  @Test
  void aNodeThatIsKilledWhileSeveralCollectLeavesNothingBrokenOrStuck() throws Exception {
    Killing.Result result = new Killing(home, 4).run(2);
    assertTrue(result.good(), result::toString);
  }
}
