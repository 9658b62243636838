package io.hearth.application;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the health checks found, on the overview of a ZIP: equal findings of nodes on one card. */
final class HealthSection {

  private record Found(String node, Finding finding) {}

  /** What makes findings of nodes equal; their figures may differ. */
  private record Kind(Finding.Status status, String title, String advice) {}

  private final Texts texts;

  HealthSection(Texts texts) {
    this.texts = texts;
  }

  void write(Html html, List<NodeHealth> nodes) throws IOException {
    List<Found> all = new ArrayList<>();
    for (NodeHealth node : nodes) {
      Finding.in(node.entry()).forEach(finding -> all.add(new Found(node.node(), finding)));
    }
    if (all.isEmpty()) {
      return;
    }
    all.sort(Comparator.comparing(found -> found.finding().status()));
    Map<Kind, List<Found>> cards = new LinkedHashMap<>();
    all.forEach(found -> cards.computeIfAbsent(kind(found), one -> new ArrayList<>()).add(found));
    html.element("h2", texts.text("zip.overview.health"));
    for (Map.Entry<Kind, List<Found>> card : cards.entrySet()) {
      card(html, card.getKey(), card.getValue());
    }
  }

  private static Kind kind(Found found) {
    Finding finding = found.finding();
    return new Kind(finding.status(), finding.title(), finding.advice());
  }

  private static void card(Html html, Kind kind, List<Found> all) throws IOException {
    html.raw("<div class=\"card " + Names.of(kind.status()) + "\">").element("h3", kind.title());
    for (Found found : all) {
      html.raw("<p>");
      if (!found.node().isEmpty()) {
        html.raw("<b>").text(found.node()).raw("</b> ");
      }
      html.text(found.finding().detail()).raw("</p>\n");
    }
    if (!kind.advice().isEmpty()) {
      html.element("p", "quiet", kind.advice());
    }
    html.raw("</div>\n");
  }
}
