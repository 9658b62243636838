package io.hearth.errors.intake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hearth.errors.intake.tool.FuzzIntake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzIntakeTest {

  private static final long SEED = 41;

  @TempDir Path work;

  /** The long run is {@code npm run fuzz:ingest}. */
  @Test
  void nearlyRightEnvelopesGetTheProtocolsAnswersAndLeaveAWellFormedStore() throws IOException {
    Map<Integer, Integer> answers = FuzzIntake.run(work, 5_000, SEED);
    System.out.println("seed " + SEED + ": " + answers);
    assertTrue(answers.get(200) > 1_000, "few were right: " + answers);
    assertTrue(answers.get(400) > 500, "few were wrong: " + answers);
  }
}
