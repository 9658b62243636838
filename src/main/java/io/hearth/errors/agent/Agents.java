package io.hearth.errors.agent;

import io.hearth.errors.base.ListFile;
import io.hearth.errors.base.RecentAnswers;
import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells browser and system by a user agent string: family and major version, of which each is a
 * word of {@code errors/agents.txt} or a number, so that nothing else of the string comes through.
 * The strings themselves are in memory only, as keys of the answers given last.
 */
public final class Agents {

  /** Longer ones are cut: what browsers send has 100 to 250 characters. */
  private static final int LONGEST = 512;

  private static final int REMEMBERED = 256;

  private final List<AgentRule> browsers = new ArrayList<>();
  private final List<AgentRule> systems = new ArrayList<>();
  private final RecentAnswers<String, Browser> answers = new RecentAnswers<>(REMEMBERED);

  public Agents() {
    ListFile.lines("agents.txt").forEach(this::line);
  }

  private void line(String line) {
    String[] parts = line.split("\t", 5);
    List<String> needles = parts[1].isEmpty() ? List.of() : List.of(parts[1].split("\\|"));
    AgentRule rule = new AgentRule(needles, parts[2], parts[3], parts[4]);
    (parts[0].equals("browser") ? browsers : systems).add(rule);
  }

  /** {@link Browser#UNKNOWN}'s empty names stand for what is not known. */
  public Browser of(String userAgent) {
    return answers.of(
        Bounds.cut(userAgent, LONGEST),
        agent -> new Browser(first(browsers, agent), first(systems, agent)));
  }

  private static String first(List<AgentRule> rules, String agent) {
    return rules.stream()
        .map(rule -> rule.of(agent))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("");
  }

  List<AgentRule> rules() {
    List<AgentRule> all = new ArrayList<>(browsers);
    all.addAll(systems);
    return all;
  }
}
