package io.hearth.application;

import io.hearth.application.EntryResult.Missing;
import io.hearth.application.EntryResult.Written;
import io.hearth.collectors.TimeWindow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes {@code index.html}, which a support engineer opens first: one file that asks for nothing,
 * readable from a disk and behind any policy. All but what logs tell at a glance is there without
 * its script.
 */
final class OverviewPage {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  /** Of missing ones and of cut ones; the manifest lists all. */
  private static final int MOST_GAPS = 1000;

  private final Texts texts;

  OverviewPage(Texts texts) {
    this.texts = texts;
  }

  void write(Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Html html = new Html(writer);
    Viewer viewer = Viewer.load();
    String template = template();
    String[] around = template.split("\\{body}\n|\\{viewer}\n", 3);
    html.raw(
        around[0]
            .replace("{script-digest}", viewer.digest())
            .replace("{style-digest}", Viewer.digest(style(template)))
            .replace("{lang}", Html.encoded(texts.locale().toLanguageTag()))
            .replace("{title}", Html.encoded(title(report))));
    head(html, report);
    tiles(html, report);
    new NodeSection(texts).write(html, report.nodes());
    facts(html, report);
    new HealthSection(texts).write(html, report.health());
    insight(html, report);
    new ErrorSection(texts).write(html, report);
    threadDumps(html, report);
    gaps(html, report);
    redactions(html, report);
    html.element("h2", texts.text("zip.overview.all"));
    new EntryTable(texts).write(html, report.written());
    html.element("footer", "quiet", texts.text("zip.overview.footer", report.version()));
    html.raw(around[1]);
    viewer.write(texts, report.summary(), writer);
    html.raw(around[2]);
    writer.flush();
  }

  private static String template() throws IOException {
    try (InputStream in = OverviewPage.class.getResourceAsStream("/overview/index.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String style(String template) {
    return template.split("<style>|</style>", 3)[1];
  }

  private String title(Report report) {
    return texts
        .text("zip.overview.title", report.product().name(), report.product().version())
        .strip();
  }

  private void head(Html html, Report report) throws IOException {
    html.element("h1", title(report));
    html.element(
        "p",
        "quiet",
        texts.text(
            report.live() ? "zip.overview.made.live" : "zip.overview.made.offline",
            time(report.finishedAt()),
            report.node()));
    Optional<TimeWindow> window = report.choice().limits().window();
    if (window.isPresent()) {
      html.element("p", "quiet", windowWords(window.get()));
    }
  }

  private String windowWords(TimeWindow window) {
    String from = window.from().map(OverviewPage::time).orElse("…");
    return texts.text("zip.overview.window", from, window.to().map(OverviewPage::time).orElse("…"));
  }

  private void tiles(Html html, Report report) throws IOException {
    long before = report.written().stream().mapToLong(Written::bytesBefore).sum();
    long replaced = replaced(report).values().stream().mapToLong(Long::longValue).sum();
    long cut = report.written().stream().filter(entry -> entry.cut().isPresent()).count();
    html.raw("<div class=\"tiles\">\n");
    tile(html, texts.number(report.written().size()), "zip.overview.entries");
    tile(html, Sizes.of(before, texts.locale()), "zip.overview.bytes");
    tile(html, texts.number(replaced), "zip.overview.replaced");
    tile(html, texts.number(cut), "zip.overview.cut");
    tile(html, texts.number(report.missing().size()), "zip.overview.missing");
    html.raw("</div>\n");
  }

  private void tile(Html html, String value, String key) throws IOException {
    html.raw("<div class=\"tile\"><b>").text(value).raw("</b>");
    html.element("span", "quiet", texts.text(key)).raw("</div>\n");
  }

  private void facts(Html html, Report report) throws IOException {
    Map<String, String> facts = Finding.facts(report.excerpts().text("product/product.json"));
    if (facts.isEmpty()) {
      return;
    }
    html.element("h2", texts.text("zip.overview.instance")).raw("<div class=\"card\"><dl>\n");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      html.element("dt", texts.known("zip.fact." + fact.getKey()).orElse(fact.getKey()));
      html.element("dd", fact.getValue());
    }
    html.raw("</dl></div>\n");
  }

  /** Where the script draws; what stands there before says that it did not. */
  private void insight(Html html, Report report) throws IOException {
    if (!report.summary().isEmpty()) {
      html.raw("<div id=\"insight\">");
      html.element("p", "quiet", texts.text("zip.overview.noscript")).raw("</div>\n");
    }
  }

  private void threadDumps(Html html, Report report) throws IOException {
    List<Written> dumps =
        report.written().stream().filter(entry -> entry.item().equals("thread-dumps")).toList();
    if (dumps.isEmpty()) {
      return;
    }
    html.element("h2", texts.text("zip.overview.threads"))
        .raw("<div class=\"card\"><ul class=\"links\">\n");
    for (Written dump : dumps) {
      html.raw("<li>").entryLink(dump.name()).raw("</li>\n");
    }
    html.raw("</ul></div>\n");
  }

  private void gaps(Html html, Report report) throws IOException {
    List<Written> cut = report.written().stream().filter(entry -> entry.cut().isPresent()).toList();
    html.element("h2", texts.text("zip.overview.gaps"));
    if (cut.isEmpty() && report.missing().isEmpty()) {
      html.element("p", "quiet", texts.text("zip.overview.gaps.none"));
      return;
    }
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    for (String column : List.of("name", "state", "why")) {
      html.element("th", texts.text("zip.overview.column." + column));
    }
    html.raw("</tr></thead><tbody>\n");
    for (Missing missing : first(report.missing())) {
      gap(html, missing.name(), "missing", missing.reason());
    }
    for (Written entry : first(cut)) {
      gap(html, entry.name(), "cut", entry.cut().orElseThrow());
    }
    html.raw("</tbody></table></div>\n");
    int more =
        Math.max(0, report.missing().size() - MOST_GAPS) + Math.max(0, cut.size() - MOST_GAPS);
    if (more > 0) {
      html.element("p", "quiet", texts.text("zip.overview.more", more));
    }
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(all.size(), MOST_GAPS));
  }

  private void gap(Html html, String name, String state, Reason reason) throws IOException {
    html.raw("<tr>").element("td", "name", name).raw("<td>");
    html.tag(state, texts).raw("</td>").element("td", reason.text(texts)).raw("</tr>\n");
  }

  private void redactions(Html html, Report report) throws IOException {
    html.element("h2", texts.text("zip.overview.redactions"));
    html.element(
        "p",
        "quiet",
        texts.text(
            report.learning().complete() ? "zip.overview.learned.all" : "zip.overview.learned.part",
            report.learning().files(),
            Sizes.of(report.learning().bytes(), texts.locale())));
    if (report.choice().check()) {
      check(html, Outcome.check(report.results()));
    }
    Map<String, Long> replaced = replaced(report);
    if (replaced.isEmpty()) {
      return;
    }
    html.raw("<div class=\"scroll\"><table class=\"counts\"><thead><tr>");
    html.element("th", texts.text("zip.overview.column.kind"));
    html.element("th", "number", texts.text("zip.overview.column.count"));
    html.raw("</tr></thead><tbody>\n");
    List<Map.Entry<String, Long>> kinds =
        replaced.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    for (Map.Entry<String, Long> kind : kinds) {
      String name = texts.known("zip.kind." + kind.getKey()).orElse(kind.getKey());
      html.raw("<tr>").element("td", "name", name);
      html.element("td", "number", texts.number(kind.getValue())).raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }

  private void check(Html html, Outcome.Check check) throws IOException {
    if (check.found().isEmpty()) {
      html.element("p", "quiet", texts.text("zip.overview.check.clean", check.entries()));
      return;
    }
    html.raw("<div class=\"card warning\">");
    html.element("p", texts.text("zip.overview.check.found")).raw("<ul class=\"links\">\n");
    for (Outcome.Found found : check.found()) {
      String kind = texts.known("zip.kind." + found.kind()).orElse(found.kind());
      html.raw("<li>").entryLink(found.name());
      html.text(" " + kind + ": " + texts.number(found.count())).raw("</li>\n");
    }
    html.raw("</ul></div>\n");
  }

  private static Map<String, Long> replaced(Report report) {
    return Outcome.redactions(report.results());
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
