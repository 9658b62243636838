package io.hearth.application;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;

/** What the overview tells of errors in browsers, read back from the redacted summary. */
final class ErrorSection {

  static final String SUMMARY = "browser-errors/summary.json";
  private static final String GROUPS = "browser-errors/groups.jsonl";
  private static final List<String> COLUMNS =
      List.of("title", "app", "state", "total", "firstSeen", "lastSeen");

  private final Texts texts;

  ErrorSection(Texts texts) {
    this.texts = texts;
  }

  /** Nothing where there are no errors, or the item was not asked for. */
  void write(Html html, Report report) throws IOException {
    JsonObject summary = Json.object(report.excerpts().text(SUMMARY)).orElseGet(JsonObject::new);
    if (Json.whole(summary, "groups") == 0) {
      return;
    }
    html.element("h2", texts.text("zip.overview.errors"));
    html.element(
        "p",
        texts.text(
            "zip.overview.errors.counts",
            Json.whole(summary, "groups"),
            Json.whole(summary, "open"),
            Json.whole(summary, "regressed"),
            Json.whole(summary, "errors")));
    table(html, Json.objects(summary, "top"));
    if (report.written().stream().anyMatch(entry -> entry.name().equals(GROUPS))) {
      html.raw("<p>").text(texts.text("zip.overview.errors.all")).raw(" ");
      html.entryLink(GROUPS).raw("</p>\n");
    }
  }

  private void table(Html html, List<JsonObject> top) throws IOException {
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    for (String column : COLUMNS) {
      html.element("th", texts.text("zip.overview.errors." + column));
    }
    html.raw("</tr></thead><tbody>\n");
    for (JsonObject group : top) {
      html.raw("<tr><td class=\"name\">").text(Json.text(group, "type")).raw(" ");
      html.text(Json.text(group, "title")).raw("<br>");
      html.element("span", "quiet", Json.text(group, "culprit")).raw("</td>");
      html.element("td", Json.text(group, "app")).element("td", Json.text(group, "state"));
      html.element("td", "number", texts.number(Json.whole(group, "total")));
      html.element("td", Json.text(group, "firstSeen"));
      html.element("td", Json.text(group, "lastSeen")).raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }
}
