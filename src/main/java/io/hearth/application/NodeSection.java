package io.hearth.application;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of each node, on the overview of a ZIP that several made. */
final class NodeSection {

  /** Below it a difference of clocks moves no line of a log past another. */
  private static final Duration TELLING = Duration.ofSeconds(2);

  private final Texts texts;

  NodeSection(Texts texts) {
    this.texts = texts;
  }

  void write(Html html, List<NodeShare> nodes) throws IOException {
    if (nodes.isEmpty()) {
      return;
    }
    html.element("h2", texts.text("zip.overview.nodes"));
    for (NodeShare node : nodes) {
      String look = node.absence().isPresent() ? "problem" : "ok";
      html.raw("<div class=\"card " + look + "\">").element("h3", node.node());
      html.element("p", state(node));
      Optional<String> clock = clock(node);
      if (clock.isPresent()) {
        html.element("p", "quiet", clock.get());
      }
      html.raw("</div>\n");
    }
  }

  private String state(NodeShare node) {
    return node.absence()
        .map(why -> texts.text("zip.absence." + Names.of(why)))
        .orElseGet(() -> texts.text("zip.overview.nodes.gathered"));
  }

  private Optional<String> clock(NodeShare node) {
    return node.clockAhead()
        .filter(ahead -> ahead.abs().compareTo(TELLING) >= 0)
        .map(
            ahead ->
                texts.text(
                    ahead.isNegative() ? "zip.overview.nodes.behind" : "zip.overview.nodes.ahead",
                    ahead.abs().toMillis() / 1000.0));
  }
}
