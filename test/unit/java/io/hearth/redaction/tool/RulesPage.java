package io.hearth.redaction.tool;

import io.hearth.redaction.Kind;
import io.hearth.redaction.Rule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Writes {@code docs/redaction-rules.md} from the rules and their examples: {@code npm run
 * gen:rules} after {@code mvn test-compile}.
 */
public final class RulesPage {
  private RulesPage() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of("docs/redaction-rules.md"), text());
  }

  public static String text() throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            RulesPage.class.getResourceAsStream("/i18n/hearth.properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    StringBuilder page = new StringBuilder("# The rules of redaction\n\n");
    page.append("Written by a program from the rules and the examples that test them.\n");
    for (Kind kind : Kind.values()) {
      List<Rule> rules = Rule.all().stream().filter(rule -> rule.kind() == kind).toList();
      if (!rules.isEmpty()) {
        page.append("\n## ").append(words.get("zip.kind." + kind.id())).append("\n\n");
        page.append(plain(words, "rule.kind." + kind.id() + ".description")).append('\n');
        rules.forEach(rule -> rule(page, words, rule));
      }
    }
    return page.toString();
  }

  private static void rule(StringBuilder page, Properties words, Rule rule) {
    page.append("\n### ").append(plain(words, "rule." + rule.id() + ".title"));
    page.append("\n\n").append(plain(words, "rule." + rule.id() + ".description"));
    page.append(" (`").append(rule.id()).append("`)\n\nSource: ").append(rule.source());
    page.append("\n\n```\n");
    rule.hits().forEach(line -> page.append("found  ").append(line).append('\n'));
    rule.misses().forEach(line -> page.append("kept   ").append(line).append('\n'));
    page.append("```\n");
  }

  /** Message format doubles its apostrophes. */
  private static String plain(Properties words, String key) {
    return words.getProperty(key).replace("''", "'");
  }
}
