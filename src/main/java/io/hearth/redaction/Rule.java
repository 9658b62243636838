package io.hearth.redaction;

import java.util.List;

/**
 * A built-in rule. Its title and description stand in the catalogue under {@code rule.<id>.title}
 * and {@code rule.<id>.description}.
 *
 * @param format of the examples
 * @param source where the form of its values is described
 * @param teaching lines from which is learned before the examples are looked at
 * @param hits lines in which it finds something
 * @param misses lines in which nothing is found
 */
public record Rule(
    String id,
    Kind kind,
    String format,
    String source,
    List<String> teaching,
    List<String> hits,
    List<String> misses) {

  public Rule {
    teaching = List.copyOf(teaching);
    hits = List.copyOf(hits);
    misses = List.copyOf(misses);
  }

  /** All built-in rules, without those that look for the administrator's own words. */
  public static List<Rule> all() {
    return RuleFile.ALL;
  }
}
