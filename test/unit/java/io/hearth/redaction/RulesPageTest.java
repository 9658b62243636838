package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hearth.redaction.tool.RulesPage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {

  /** Out of date? {@code RulesPage} says in its comment how the page is written anew. */
  @Test
  void thePageOfTheRulesIsWhatTheRulesSay() throws Exception {
    assertEquals(RulesPage.text(), Files.readString(Path.of("docs/redaction-rules.md")));
  }
}
