package io.hearth.insight;

import java.util.List;
import java.util.Optional;

/**
 * That the product, or Tomcat below it, began to run.
 *
 * @param at seconds of the server's wall clock
 * @param what stable id of who told it
 * @param entry where it stands in the ZIP
 */
record Start(long at, String what, String entry) {

  /** The words of a banner, and how they are named in {@code insight.json}. */
  private record Banner(String what, byte[] words) {
    static Banner of(String what, String words) {
      return new Banner(what, Line.word(words));
    }
  }

  private static final List<Banner> IN_LINES =
      List.of(
          Banner.of("tomcat-started", "Server startup in ["),
          Banner.of("product-starting", "Starting Confluence "),
          Banner.of("product-starting", "Starting Bitbucket "));

  /** Jira frames its own with lines of asterisks, below a line with a time. */
  private static final List<Banner> ALONE = List.of(Banner.of("product-starting", "Jira starting"));

  private static final int WITHIN = 600;

  static Optional<String> in(Line line, int from) {
    int end = Math.min(line.length(), WITHIN);
    // All of them begin so, and few other words do.
    for (int at = line.next('S', from); at < end; at = line.next('S', at + 1)) {
      for (Banner banner : IN_LINES) {
        if (line.has(at, banner.words())) {
          return Optional.of(banner.what());
        }
      }
    }
    return Optional.empty();
  }

  static Optional<String> banner(Line line) {
    return ALONE.stream()
        .filter(banner -> line.has(0, banner.words()))
        .map(Banner::what)
        .findFirst();
  }

  Start moved(Claims claims) {
    return new Start(claims.time(at), claims.text(what), claims.entry(entry));
  }

  Start in(String name) {
    return new Start(at, what, name);
  }
}
