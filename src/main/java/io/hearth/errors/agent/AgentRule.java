package io.hearth.errors.agent;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * One expression with what it tells. It is compiled when first tried: of some 550 few ever are.
 *
 * @param needles one of them is in whatever fits; none when that cannot be told
 * @param family with {@code $1} for what a group holds
 */
final class AgentRule {

  /** A longer one is no version that a browser has. */
  private static final int MAJOR = 5;

  private final List<String> needles;
  private final String family;
  private final String major;
  private final String expression;
  private volatile Optional<Pattern> compiled = Optional.empty();

  AgentRule(List<String> needles, String family, String major, String expression) {
    this.needles = needles;
    this.family = family;
    this.major = major;
    this.expression = expression;
  }

  /** Family and major version; empty when the rule does not fit. */
  Optional<String> of(String agent) {
    if (!needles.isEmpty() && needles.stream().noneMatch(agent::contains)) {
      return Optional.empty();
    }
    Matcher found = pattern().matcher(agent);
    return found.find() ? Optional.of(name(found)) : Optional.empty();
  }

  Pattern pattern() {
    Optional<Pattern> ready = compiled;
    if (ready.isEmpty()) {
      ready = Optional.of(Pattern.compile(expression));
      compiled = ready;
    }
    return ready.get();
  }

  private String name(Matcher found) {
    String name = filled(family, found).strip();
    String version = filled(major, found).strip();
    return name.isEmpty() || version.isEmpty() || version.length() > MAJOR
        ? name
        : name + " " + version;
  }

  private static String filled(String text, Matcher found) {
    String filled = text;
    for (int dollar = text.lastIndexOf('$'); dollar >= 0; ) {
      int group = text.charAt(dollar + 1) - '0';
      String held = group <= found.groupCount() ? found.group(group) : "";
      filled =
          filled.substring(0, dollar) + (held == null ? "" : held) + filled.substring(dollar + 2);
      dollar = text.lastIndexOf('$', dollar - 1);
    }
    return filled;
  }
}
