package io.hearth.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule does in its examples what they say. */
class RuleExamplesTest {

  private static final PseudonymKey KEY = PseudonymKey.of("07".repeat(32));

  /** Those of the administrator's. */
  private static final Set<RuleId> UNLISTED = Set.of(RuleId.OWN_WORD, RuleId.OWN_PATTERN);

  @TestFactory
  List<DynamicTest> examples() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Rule rule : Rule.all()) {
      for (String line : rule.hits()) {
        tests.add(
            DynamicTest.dynamicTest(
                rule.id() + " finds: " + line,
                () ->
                    assertTrue(
                        rules(rule, line).contains(rule.id()), rules(rule, line)::toString)));
      }
      for (String line : rule.misses()) {
        tests.add(
            DynamicTest.dynamicTest(
                rule.id() + " leaves: " + line, () -> assertEquals(List.of(), rules(rule, line))));
      }
    }
    return tests;
  }

  @Test
  void everyRuleIsListedWithItsSourceAndExamples() {
    List<String> listed = Rule.all().stream().map(Rule::id).toList();
    List<String> wanted =
        Arrays.stream(RuleId.values())
            .filter(rule -> !UNLISTED.contains(rule))
            .map(RuleId::id)
            .toList();
    assertEquals(wanted, listed);
    for (Rule rule : Rule.all()) {
      assertFalse(rule.source().isBlank(), rule.id());
      assertFalse(rule.hits().isEmpty(), rule.id());
      assertFalse(rule.misses().isEmpty(), rule.id());
    }
  }

  private static List<String> rules(Rule rule, String line) throws IOException {
    RedactionSettings all =
        new RedactionSettings(Set.of(), Set.of(), List.of(), List.of(), List.of());
    boolean standard = rule.kind() != Kind.PROJECT;
    RedactionSession session =
        new RedactionSession(standard ? RedactionSettings.standard() : all, KEY);
    String name = rule.format().equals("text") ? "a.log" : "a." + rule.format();
    for (String lesson : rule.teaching()) {
      session.learn("a.properties", bytes(lesson));
      session.learn("a.log", bytes(lesson));
    }
    List<String> found = new ArrayList<>();
    session
        .explainer()
        .explain(
            name,
            bytes(line),
            2000,
            one -> {
              one.replacements().forEach(replaced -> found.add(replaced.rule()));
              return true;
            });
    return found;
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
