package io.hearth.web;

import java.util.Optional;

/**
 * One thing that an administrator may want to know, with {@code ui.digest.<id>} as its words.
 *
 * @param id begins with the page's
 * @param count what the words count
 * @param fresh how many of those came since the administrator last looked at the page; the page's
 *     link has the sum of its lines as a badge
 * @param name what else the words name; empty where they name nothing
 * @param place the part of the page's address after {@code #}; empty for its beginning
 */
record DigestLine(
    String id, Level level, long count, long fresh, String name, Optional<String> place) {

  /** How much it asks for a look. */
  enum Level {
    INFO,
    WARNING
  }
}
