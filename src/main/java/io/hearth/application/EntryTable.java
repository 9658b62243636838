package io.hearth.application;

import io.hearth.application.EntryResult.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of the ZIP on its overview, under the titles of their items. */
final class EntryTable {

  /** Beyond this a browser takes long to open the page; the manifest lists all. */
  private static final int MOST_ROWS = 5000;

  private static final List<String> SIZES = List.of("before", "after", "packed", "replaced");

  private final Texts texts;

  EntryTable(Texts texts) {
    this.texts = texts;
  }

  void write(Html html, List<Written> entries) throws IOException {
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    html.element("th", texts.text("zip.overview.column.name"));
    for (String column : SIZES) {
      html.element("th", "number", texts.text("zip.overview.column." + column));
    }
    html.element("th", texts.text("zip.overview.column.state")).raw("</tr></thead>\n");
    List<Written> shown = entries.subList(0, Math.min(entries.size(), MOST_ROWS));
    for (Map.Entry<String, List<Written>> item : byItem(shown).entrySet()) {
      html.raw("<tbody>");
      if (!item.getKey().isEmpty()) {
        html.raw("<tr><th class=\"item\" scope=\"rowgroup\" colspan=\"6\">");
        html.text(texts.text("item." + item.getKey() + ".title")).raw("</th></tr>\n");
      }
      for (Written entry : item.getValue()) {
        row(html, entry);
      }
      html.raw("</tbody>\n");
    }
    html.raw("</table></div>\n");
    if (shown.size() < entries.size()) {
      html.element("p", "quiet", texts.text("zip.overview.more", entries.size() - shown.size()));
    }
  }

  private static Map<String, List<Written>> byItem(List<Written> entries) {
    Map<String, List<Written>> items = new LinkedHashMap<>();
    for (Written entry : entries) {
      items.computeIfAbsent(entry.item(), item -> new ArrayList<>()).add(entry);
    }
    return items;
  }

  private void row(Html html, Written entry) throws IOException {
    long replaced = entry.redactions().values().stream().mapToLong(Long::longValue).sum();
    html.raw("<tr><td class=\"name\">").entryLink(entry.name()).raw("</td>");
    number(html, entry.bytesBefore(), Sizes.of(entry.bytesBefore(), texts.locale()));
    number(html, entry.bytesAfter(), Sizes.of(entry.bytesAfter(), texts.locale()));
    number(html, entry.bytesPacked(), Sizes.of(entry.bytesPacked(), texts.locale()));
    number(html, replaced, texts.number(replaced));
    html.raw("<td>");
    html.tag(entry.cut().isPresent() ? "cut" : "whole", texts).raw("</td></tr>\n");
  }

  /** The page's script sorts by the value, not by how it is shown. */
  private static void number(Html html, long value, String shown) throws IOException {
    html.raw("<td class=\"number\" data-value=\"" + value + "\">").text(shown).raw("</td>\n");
  }
}
