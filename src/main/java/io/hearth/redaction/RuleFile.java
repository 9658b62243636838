package io.hearth.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code rules.txt}, whose head tells its form. */
final class RuleFile {
  /** All rules, read once: what the page asks and each request is judged by. */
  static final List<Rule> ALL = read();

  private final RuleId rule;
  private final String format;
  private String source = "";
  private final List<String> teaching = new ArrayList<>();
  private final List<String> hits = new ArrayList<>();
  private final List<String> misses = new ArrayList<>();

  private RuleFile(String head) {
    int end = head.indexOf(']');
    String id = head.substring(1, end);
    rule =
        Arrays.stream(RuleId.values())
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("there is no rule " + id));
    format = head.substring(end + 2);
  }

  private static List<Rule> read() {
    List<Rule> rules = new ArrayList<>();
    Optional<RuleFile> open = Optional.empty();
    for (String line : Resource.lines("rules.txt")) {
      if (line.startsWith("[")) {
        open.ifPresent(block -> rules.add(block.rule()));
        open = Optional.of(new RuleFile(line));
      } else {
        open.orElseThrow(() -> new IllegalStateException("no rule before: " + line)).take(line);
      }
    }
    open.ifPresent(block -> rules.add(block.rule()));
    return List.copyOf(rules);
  }

  private void take(String line) {
    String text = line.substring(line.indexOf(' ') + 1);
    switch (line.substring(0, line.indexOf(' '))) {
      case "source" -> source = text;
      case "=" -> teaching.add(text);
      case "+" -> hits.add(text);
      case "-" -> misses.add(text);
      default -> throw new IllegalStateException("not understood: " + line);
    }
  }

  private Rule rule() {
    return new Rule(rule.id(), rule.kind(), format, source, teaching, hits, misses);
  }
}
