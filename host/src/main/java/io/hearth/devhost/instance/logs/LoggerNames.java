package io.hearth.devhost.instance.logs;

import java.util.List;

/** The three ways in which the products shorten the names of loggers. */
final class LoggerNames {

  private LoggerNames() {}

  /** Jira: {@code com.atlassian.jira.web.X} is {@code c.a.jira.web.X}. */
  static String firstTwoShort(String name) {
    return shortened(name, 2);
  }

  /** Bitbucket: {@code com.atlassian.bitbucket.X} is {@code c.a.b.X}. */
  static String allShort(String name) {
    return shortened(name, Integer.MAX_VALUE);
  }

  private static String shortened(String name, int most) {
    List<String> parts = List.of(name.split("\\."));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size() - 1; i++) {
      String part = parts.get(i);
      out.append(i < most && !part.isEmpty() ? part.substring(0, 1) : part).append('.');
    }
    return out.append(parts.get(parts.size() - 1)).toString();
  }

  /** Confluence: the last four parts. */
  static String lastFour(String name) {
    List<String> parts = List.of(name.split("\\."));
    return String.join(".", parts.subList(Math.max(0, parts.size() - 4), parts.size()));
  }
}
