package io.hearth.errors.agent;

import io.hearth.errors.event.Bounds;
import io.hearth.errors.event.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells browser and system by a user agent string: family and major version, of which each is a
 * word of {@code errors/agents.txt} or a number, so that nothing else of the string comes through.
 * The strings themselves are in memory only, as keys of the answers given last.
 */
public final class Agents {

  private static final String FILE = "/errors/agents.txt";

  /** Longer ones are cut: what browsers send has 100 to 250 characters. */
  private static final int LONGEST = 512;

  private static final int REMEMBERED = 256;

  private final List<AgentRule> browsers = new ArrayList<>();
  private final List<AgentRule> systems = new ArrayList<>();
  private final Map<String, Browser> answers = new LastUsed();

  public Agents() {
    try (InputStream in = Agents.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private void line(String line) {
    String[] parts = line.split("\t", 5);
    List<String> needles = parts[1].isEmpty() ? List.of() : List.of(parts[1].split("\\|"));
    AgentRule rule = new AgentRule(needles, parts[2], parts[3], parts[4]);
    (parts[0].equals("browser") ? browsers : systems).add(rule);
  }

  /** {@link Browser#UNKNOWN}'s empty names stand for what is not known. */
  public Browser of(String userAgent) {
    String agent = Bounds.cut(userAgent, LONGEST);
    synchronized (answers) {
      Browser known = answers.get(agent);
      if (known != null) {
        return known;
      }
    }
    Browser read = new Browser(first(browsers, agent), first(systems, agent));
    synchronized (answers) {
      answers.put(agent, read);
    }
    return read;
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

  private static final class LastUsed extends LinkedHashMap<String, Browser> {
    private static final long serialVersionUID = 1L;

    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Browser> eldest) {
      return size() > REMEMBERED;
    }
  }
}
